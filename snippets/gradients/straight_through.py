import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Binary(keras.layers.Layer):
    def build(self, input_shape):
        self.threshold = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="threshold")

    def call(self, x):
        soft = ops.sigmoid(x - self.threshold)
        hard = ops.cast(soft > 0.5, soft.dtype)
        return soft + ops.stop_gradient(hard - soft)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Binary()
x = keras.random.normal((6, 3), seed=0)
with tf.GradientTape() as tape:
    y = layer(x)
gradient = tape.gradient(y, layer.threshold)
print(f"{sorted({round(float(v), 3) for v in ops.ravel(y)}) = }")
print(f"{bool(ops.all(gradient < 0)) = }")
