import keras


class Total(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            initializer="zeros", trainable=False, name="total"
        )

    def call(self, x):
        self.total = self.total + keras.ops.sum(x)
        return x


layer = Total()
layer(keras.random.normal((6, 3), seed=0))
layer.total.assign(0.0)
