import keras
from keras import ops


class Weights(keras.layers.Layer):
    def build(self, input_shape):
        size = input_shape[-1]
        self.default = self.add_weight(shape=(size, 2))
        self.ones = self.add_weight(shape=(size,), initializer="ones")
        self.precise = self.add_weight(dtype="float64", initializer="ones")
        self.count = self.add_weight(dtype="int32", trainable=False)

    def call(self, x):
        y = ops.matmul(x * self.ones, self.default)
        return y * ops.cast(self.precise, x.dtype)


x = keras.random.normal((6, 3), seed=0)
keras.utils.set_random_seed(1)
layer = Weights()
layer(x)
keras.utils.set_random_seed(1)
glorot = keras.initializers.get("glorot_uniform")((3, 2))
print(f"{bool(ops.all(layer.default == glorot)) = }")
for weight in layer.weights[1:]:
    print(f"{weight.numpy()!s:10} {weight.dtype:7} {weight.trainable = }")
