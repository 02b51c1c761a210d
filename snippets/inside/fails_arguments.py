import keras


class Gate(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x, gate, scale=1.0, training=False):
        return scale * self.dense(x) * gate


layer = Gate(4)
x = keras.random.normal((6, 3), seed=0)
layer(x, keras.random.normal((6, 2), seed=1))
