import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Binary(keras.layers.Layer):
    def build(self, input_shape):
        self.threshold = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="threshold")

    def call(self, x):
        return ops.cast(x > self.threshold, "float32")

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Binary()
x = keras.random.normal((6, 3), seed=0)
with tf.GradientTape() as tape:
    y = layer(x)
print(f"{tape.gradient(y, layer.threshold) = }")

model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, ops.zeros((6, 1)), verbose=0)
print(f"{layer.threshold.numpy() = }")
