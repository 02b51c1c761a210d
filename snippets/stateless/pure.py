import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Mean(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="bias")
        self.seen = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="seen")

    def call(self, x, training=None):
        if training:
            self.seen.assign_add(ops.shape(x)[0])
        return x + self.bias


layer = Mean()
x = keras.random.normal((6, 3), seed=0)
layer.build(x.shape)

biases = [ops.ones((3,))]
before = [v.value for v in layer.non_trainable_variables]
y, after = layer.stateless_call(biases, before, x, training=True)
print(f"{bool(ops.all(y == x + 1)) = }")
print(f"{[int(v) for v in before] = }, {[int(v) for v in after] = }")
print(f"{int(layer.seen) = }, {float(layer.bias.numpy()[0]) = }")
