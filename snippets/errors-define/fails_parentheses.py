import keras


@keras.saving.register_keras_serializable
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor


layer = Scale(2.0)
