import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


inputs = keras.Input((3,))
pinned = Probe()
model = keras.Model(inputs, pinned(inputs, training=False))
model(keras.ops.ones((6, 3)), training=True)
print(f"{pinned.seen = }")
