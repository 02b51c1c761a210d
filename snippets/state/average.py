import keras
from keras import ops


class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, x, training=False):
        if not training:
            return x - self.mean
        mean = ops.mean(x, axis=0)
        old, new = self.momentum, 1 - self.momentum
        self.mean.assign(old * self.mean + new * mean)
        return x - mean


layer = Center()
x = ops.ones((6, 2)) * 10
for _ in range(3):
    layer(x, training=True)
    print(layer.mean.numpy().round(2))
layer(x)
print(layer.mean.numpy().round(2))
