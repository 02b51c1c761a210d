import keras
import tensorflow as tf
from keras import ops


class Project(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 2))

    def call(self, x):
        return ops.matmul(x, self.kernel)


class Double(keras.layers.Layer):
    def call(self, x):
        return ops.multiply(x, 2)


class AddOne(keras.layers.Layer):
    def call(self, x):
        return ops.add(x, 1.0)


x = tf.sparse.from_dense([[0.0, 0.0, 3.0], [1.0, 0.0, 0.0]])
for layer in Project(), Double(), AddOne():
    print(type(layer).__name__, isinstance(layer(x), tf.SparseTensor))
layer = Double()
model = keras.Sequential([keras.Input((3,), sparse=True), layer])
print(isinstance(model.predict(x, verbose=0), tf.SparseTensor))
print(ops.softmax(tf.sparse.to_dense(x)).shape)
