import keras


class MyDense(keras.layers.Layer):
    def __init__(self, inputs, units):
        super().__init__()
        self.kernel = self.add_weight(shape=(inputs, units), name="kernel")
        self.bias = self.add_weight(
            shape=(units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


x = keras.ops.ones((6, 3))
hidden = MyDense(3, 16)(x)
print("MyDense", tuple(hidden.shape))
MyDense(12, 4)(hidden)
