import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Square(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(), initializer="ones", name="factor")

    def call(self, x):
        return self.factor * ops.square(x)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Square()
x = ops.convert_to_tensor([[1.0, 2.0, 3.0]])
with tf.GradientTape() as tape:
    tape.watch(x)
    y = ops.sum(layer(x))
by_x, by_factor = tape.gradient(y, [x, layer.factor])
print(f"{by_x.numpy() = }")
print(f"{float(by_factor) = }")
