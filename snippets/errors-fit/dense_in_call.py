import keras


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


x = keras.random.normal((6, 3), seed=0)
layer = Block()
model = keras.Sequential([layer, keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, x[:, :1], verbose=0)
print(f"{len(layer.trainable_weights) = }")
