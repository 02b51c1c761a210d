import keras


class Total(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            initializer="zeros", trainable=False, name="total"
        )

    def call(self, x):
        self.total.assign_add(keras.ops.sum(x))
        return x


layer = Total()
x = keras.random.normal((6, 3), seed=0)
layer(x)
layer.total.assign(0.0)
print(f"{float(layer.total.value) = }")
