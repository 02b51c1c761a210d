import keras
from keras import ops


class TwoHeads(keras.layers.Layer):
    def __init__(self, initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.initializer = keras.initializers.get(initializer)

    def build(self, input_shape):
        shape = (input_shape[-1], 4)
        self.left = self.add_weight(shape=shape, initializer=self.initializer)
        self.right = self.add_weight(shape=shape, initializer=self.initializer)

    def call(self, x):
        return ops.matmul(x, self.left) - ops.matmul(x, self.right)


layer = TwoHeads()
x = keras.random.normal((6, 3), seed=0)
print(f"{float(ops.max(ops.abs(layer(x)))) = }")
print(f"{bool(ops.all(layer.left == layer.right)) = }")
