import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units


layer = MyDense(4)
print(f"{layer.name = }")
MyDense(4, name="hidden")
