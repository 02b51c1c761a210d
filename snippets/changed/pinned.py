import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


inputs = keras.Input((3,))
for training in (False, None):
    probe = Probe()
    model = keras.Model(inputs, probe(inputs, training=training))
    model(keras.ops.ones((6, 3)), training=True)
    print(f"{training = }, {probe.seen = }")
