import keras


class MyDense(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 4), name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


layer = MyDense()
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
