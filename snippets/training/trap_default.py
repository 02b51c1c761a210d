import keras
from keras import ops


class Drop(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seeds = keras.random.SeedGenerator(0)

    def call(self, x, training=True):
        if not training:
            return x
        return keras.random.dropout(x, 0.5, seed=self.seeds)


layer = Drop()
x = ops.ones((100, 3))
model = keras.Sequential([keras.Input((3,)), layer])
print(f"{bool(ops.all(model.predict(x, verbose=0) == x)) = }")
print(f"{bool(ops.all(model(x) == x)) = }")
print(f"{bool(ops.all(layer(x) == x)) = }")
