import keras
from keras import ops


class Bilinear(keras.layers.Layer):
    def build(self, a_shape, b_shape):
        print(f"{a_shape = }, {b_shape = }")
        shape = (a_shape[-1], b_shape[-1])
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, a, b):
        left = ops.matmul(a, self.kernel)
        return ops.sum(left * b, axis=-1, keepdims=True)


a = keras.random.normal((4, 3), seed=0)
b = keras.random.normal((4, 5), seed=1)
layer = Bilinear()
print(tuple(layer(a, b).shape))
print(tuple(layer(b=b, a=a).shape))

inputs = [keras.Input((3,)), keras.Input((5,))]
model = keras.Model(inputs, Bilinear()(*inputs))
print(model.predict([a, b], verbose=0).shape)
x = (a, b)
