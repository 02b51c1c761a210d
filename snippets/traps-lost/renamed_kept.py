import keras
from keras import ops


class Tower(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inside = keras.layers.Dense(3)

    def build(self, input_shape):
        self.inside.build(input_shape)

    def call(self, x):
        return self.inside(x)


x = keras.random.normal((6, 3), seed=0)
old = keras.Sequential([keras.Input((3,)), Tower()])
old.save_weights("old.weights.h5")


class Tower(Tower):
    @property
    def hidden(self):
        return self.inside

    def call(self, x):
        return self.hidden(x)


layer = Tower()
new = keras.Sequential([keras.Input((3,)), layer])
new.load_weights("old.weights.h5")
print(f"{bool(ops.all(new(x) == old(x))) = }")
