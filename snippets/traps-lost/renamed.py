import keras
from keras import ops


def tower(first, second):
    class Tower(keras.layers.Layer):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            setattr(self, first, keras.layers.Dense(3))
            setattr(self, second, keras.layers.Dense(3))

        def build(self, input_shape):
            getattr(self, first).build(input_shape)
            getattr(self, second).build(input_shape)

        def call(self, x):
            x = ops.tanh(getattr(self, first)(x))
            return getattr(self, second)(x)

    return keras.Sequential([keras.Input((3,)), Tower()])


x = keras.random.normal((6, 3), seed=0)
old = tower("inside", "outside")
old.save_weights("old.weights.h5")
named = [("inside", "outside"), ("hidden", "outside"), ("outside", "inside")]
for names in named:
    new = tower(*names)
    try:
        new.load_weights("old.weights.h5")
        print(*names, "equal:", bool(ops.all(new(x) == old(x))))
    except ValueError as error:
        print(*names, str(error).partition(".")[0])
