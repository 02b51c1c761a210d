import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
        })
        return config


layer = MyDense(4, activation="relu")
dense = keras.layers.Dense(4, activation="relu")
x = keras.random.normal((6, 3), seed=0)
layer(x), dense(x)
layer.set_weights(dense.get_weights())
cube = keras.random.normal((2, 5, 3), seed=1)
whole_numbers = keras.ops.ones((6, 3), dtype="int32")
for batch in [x, x[:1], cube, whole_numbers]:
    same = bool(keras.ops.all(layer(batch) == dense(batch)))
    print(f"{tuple(batch.shape)} -> {tuple(layer(batch).shape)}, {same = }")
