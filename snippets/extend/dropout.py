import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class TokenDropout(keras.layers.Dropout):
    def __init__(self, rate, **kwargs):
        super().__init__(rate, noise_shape=(None, None, 1), **kwargs)

    def get_config(self):
        config = super().get_config()
        del config["noise_shape"]
        return config


x = ops.ones((6, 5, 8))
layer = TokenDropout(0.5, seed=0)
y = layer(x, training=True)
print(f"{bool(ops.any(y == 0)) = }, {bool(ops.all(y == y[..., :1])) = }")
print(list(layer.get_config()))
