import keras
from bench_layer import bench_layer
from keras import ops


class Spread(keras.layers.Layer):
    def build(self, input_shape):
        self.centers = self.add_weight(shape=(2000, input_shape[-1]))

    def call(self, x):
        return ops.sum((x[:, None] - self.centers) ** 2, axis=-1)


class Product(Spread):
    def call(self, x):
        lengths = ops.sum(x**2, axis=-1, keepdims=True)
        products = ops.matmul(x, ops.transpose(self.centers))
        return lengths - 2 * products + ops.sum(self.centers**2, axis=-1)


keras.utils.set_random_seed(0)
x = keras.random.normal((32, 64))
spread, product = Spread(), Product()
spread(x)
product(x)
product.set_weights(spread.get_weights())
print(bool(ops.max(ops.abs(spread(x) - product(x))) < 1e-3))
for layer in spread, product:
    report = bench_layer(layer, (64,), jit=False)
    print(type(layer).__name__, *report.causes.values() or ["is fast"])
