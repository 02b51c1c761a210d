import keras
from keras import ops


class Split(keras.layers.Layer):
    def call(self, x):
        return x[:, :1], x[:, 1:]


class Moments(keras.layers.Layer):
    def call(self, x):
        mean = ops.mean(x, axis=-1, keepdims=True)
        return {"centred": x - mean, "mean": mean}


x = keras.random.normal((4, 3), seed=0)
first, rest = Split()(x)
print(tuple(first.shape), tuple(rest.shape))

layer = Moments()
inputs = keras.Input((3,))
outputs = layer(inputs)
print({name: output.shape for name, output in outputs.items()})
model = keras.Model(inputs, outputs)
predicted = model.predict(x, verbose=0)
print({name: array.shape for name, array in predicted.items()})
