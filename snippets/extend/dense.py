import keras


@keras.saving.register_keras_serializable(package="book")
class GainDense(keras.layers.Dense):
    def __init__(self, units, gain=1.0, **kwargs):
        super().__init__(units, **kwargs)
        self.gain = gain

    def call(self, x):
        return self.gain * super().call(x)

    def get_config(self):
        return {**super().get_config(), "gain": self.gain}


x = keras.random.normal((6, 3), seed=0)
layer = GainDense(4, gain=2.0, activation="relu", use_bias=False)
print(layer(x).shape)
print([weight.path for weight in layer.weights])

model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{loaded.layers[0].gain = }, {loaded.layers[0].use_bias = }")
