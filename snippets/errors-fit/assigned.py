import keras
from keras import ops


class Canvas(keras.layers.Layer):
    def call(self, x):
        return ops.pad(x, [[0, 0], [1, 1]], constant_values=1)


x = keras.random.normal((6, 3), seed=0)
layer = Canvas()
print(ops.convert_to_numpy(layer(ops.zeros((1, 2)))))
model = keras.Sequential([keras.layers.Dense(2), layer])
model.compile(loss="mse")
print(list(model.fit(x, ops.ones((6, 4)), verbose=0).history))
