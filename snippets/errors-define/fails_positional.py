import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(units, **kwargs)
        self.units = units


layer = MyDense(4)
