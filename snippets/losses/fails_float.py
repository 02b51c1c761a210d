import keras


class Penalty(keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.1)
        return x


Penalty()(keras.ops.ones((6, 3)))
