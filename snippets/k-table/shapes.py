import keras
from keras import ops
from tensorflow.keras import backend as old


class Show(keras.layers.Layer):
    def call(self, x):
        print(f"{old.int_shape(x) = }")
        print(f"{tuple(x.shape) = }")
        print(f"{[type(size).__name__ for size in ops.shape(x)] = }")
        return x


layer = Show()
model = keras.Sequential([keras.Input((3,)), layer])
x = keras.random.normal((6, 3), seed=0)
