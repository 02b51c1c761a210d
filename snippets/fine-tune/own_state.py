import keras
from keras import ops


class Centre(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False)

    def call(self, x, training=False):
        if training:
            self.mean.assign(0.9 * self.mean + 0.1 * ops.mean(x, axis=0))
        return x - self.mean


class Careful(Centre):
    def call(self, x, training=False):
        return super().call(x, training=training and self.trainable)


x = keras.random.normal((6, 3), mean=4, seed=0)
for cls in (Centre, Careful):
    layer = cls(trainable=False)
    layer(x, training=True)
    print(f"{cls.__name__:8} moved: {bool(ops.any(layer.mean != 0))}")
