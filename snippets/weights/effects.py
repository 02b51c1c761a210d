import keras
from keras import ops


class Weights(keras.layers.Layer):
    def build(self, input_shape):
        add = self.add_weight
        self.plain = add(initializer="ones")
        self.precise = add(initializer="ones", autocast=False)
        self.charged = add(initializer="ones", regularizer="l2")
        self.clipped = add(initializer="ones", constraint="non_neg")
        self.replaced = add(initializer="ones", overwrite_with_gradient=True)
        self.summed = add(initializer="ones", aggregation="sum")

    def call(self, x):
        print(ops.dtype(self.plain + 0), ops.dtype(self.precise + 0))
        precise = ops.cast(self.precise, x.dtype)
        weights = [self.plain, self.charged, self.clipped, self.replaced]
        return x * precise * self.summed * sum(weights)


layer = Weights(dtype="mixed_float16")
x = ops.ones((6, 3))
layer(x)
print(f"{layer.plain.dtype = }, {layer.summed.aggregation = }")
print(f"{float(layer.losses[0]) = :.2f}")
optimizer = keras.optimizers.SGD(1.0)
gradients = [ops.full((), 5.0) for _ in layer.trainable_weights]
optimizer.apply(gradients, layer.trainable_weights)
for name in ["plain", "clipped", "replaced"]:
    print(name, getattr(layer, name).numpy())
