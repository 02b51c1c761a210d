import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Tower(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._layers = [keras.layers.Dense(4), keras.layers.Dense(2)]

    def build(self, input_shape):
        for step in self._layers:
            step.build(input_shape)
            input_shape = step.compute_output_shape(input_shape)

    def call(self, x):
        for step in self._layers:
            x = step(x)
        return x


layer = Tower()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{len(model.weights) = }, {len(loaded.weights) = }")
print(f"{bool(ops.all(model(x) == loaded(x))) = }")
