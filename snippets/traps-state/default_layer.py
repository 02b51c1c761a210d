import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Residual(keras.layers.Layer):
    def __init__(self, inner=None, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner or keras.layers.Dense(3, dtype=self.dtype_policy)

    def build(self, input_shape):
        if not self.inner.built:
            self.inner.build(input_shape)

    def call(self, x):
        return x + self.inner(x)

    def get_config(self):
        inner = keras.saving.serialize_keras_object(self.inner)
        return {**super().get_config(), "inner": inner}

    @classmethod
    def from_config(cls, config):
        inner = keras.saving.deserialize_keras_object(config["inner"])
        return cls(**{**config, "inner": inner})


layer, other = Residual(), Residual()
x = ops.ones((6, 3))
layer(x), other(x)
print(f"{layer.weights[0] is other.weights[0] = }")
