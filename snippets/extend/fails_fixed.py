import keras


@keras.saving.register_keras_serializable(package="book")
class TokenDropout(keras.layers.Dropout):
    def __init__(self, rate, **kwargs):
        super().__init__(rate, noise_shape=(None, None, 1), **kwargs)


layer = TokenDropout(0.5, seed=0)
TokenDropout.from_config(layer.get_config())
