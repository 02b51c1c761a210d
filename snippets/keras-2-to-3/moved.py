import keras
import tensorflow as tf
import tf_keras


class OldDense(tf_keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = [input_shape[-1], self.units]
        self.kernel = self.add_weight("kernel", shape)
        super().build(input_shape)

    def call(self, x):
        return tf.nn.relu(tf.matmul(x, self.kernel))

    def compute_output_shape(self, input_shape):
        return tf.TensorShape(input_shape.as_list()[:-1] + [self.units])


class NewDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.relu(keras.ops.matmul(x, self.kernel))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


x = keras.random.normal((6, 3), seed=0)
old, layer = OldDense(4), NewDense(4)
before = old(x)
layer.build(x.shape)
layer.set_weights(old.get_weights())
print(f"{bool(keras.ops.all(layer(x) == before)) = }")
