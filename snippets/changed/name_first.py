import keras


class Old(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 2)
        self.kernel = self.add_weight("kernel", shape=shape)


try:
    Old().build((6, 3))
    print("built")
except Exception as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
