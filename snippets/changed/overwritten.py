import keras


class Seen(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(), initializer="ones", overwrite_with_gradient=True
        )

    def call(self, x):
        return x * self.scale


x = keras.ops.ones((6, 3))
layer = Seen()
try:
    layer(x)
    optimizer = keras.optimizers.SGD()
    optimizer.apply([keras.ops.full((), 5.0)], layer.trainable_weights)
    print(f"{float(layer.scale) = }")
except TypeError as error:
    print("TypeError:", str(error).splitlines()[0])
