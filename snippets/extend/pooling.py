import keras


@keras.saving.register_keras_serializable(package="book")
class PoolAndProject(keras.layers.Layer):
    def __init__(self, units, pool_size=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.pool_size = pool_size
        self.pool = keras.layers.MaxPooling1D(
            pool_size, dtype=self.dtype_policy)
        self.dense = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(self.pool.compute_output_shape(input_shape))

    def call(self, x):
        return self.dense(self.pool(x))

    def compute_output_shape(self, input_shape):
        shape = self.pool.compute_output_shape(input_shape)
        return (*shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "pool_size": self.pool_size}
        return {**super().get_config(), **config}


x = keras.random.normal((6, 8, 3), seed=0)
layer = PoolAndProject(4)
print(layer(x).shape)
