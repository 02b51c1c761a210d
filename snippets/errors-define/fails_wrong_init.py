import keras


class Block(keras.layers.Layer):
    def __int__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.Dense(units)


layer = Block(4)
