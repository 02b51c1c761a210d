import keras
import tensorflow as tf


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = tf.Variable(tf.ones(input_shape[-1:]))

    def call(self, x):
        return x * self.factor


dense = keras.layers.Dense(4)
around = keras.layers.Lambda(lambda x: dense(x))
layer = Scale()
x = keras.random.normal((6, 3), seed=0)
layer(x), around(x)
print(f"{len(dense.weights) = }, {len(around.weights) = }")
print(f"{len(layer.weights) = }")

model = keras.Sequential([keras.Input((3,)), layer])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, 2 * x, epochs=5, verbose=0)
print(f"{layer.factor.numpy() = }")
