import keras


class PoolAndProject(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = keras.layers.MaxPooling1D(dtype=self.dtype_policy)
        self.dense = keras.layers.Dense(4, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(self.pool.compute_output_shape(input_shape))

    def call(self, x):
        return self.dense(self.pool(x))


x = keras.random.normal((6, 8, 3), seed=0)
layer = PoolAndProject()
print(layer(x).shape)
