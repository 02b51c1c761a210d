import keras


class PoolAndProject(keras.layers.MaxPooling1D):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        print(f"{self.built = }")
        self.dense = keras.layers.Dense(units)


PoolAndProject(4)
