import keras
from keras import ops


@ops.custom_gradient
def scaled(x, scale):
    def grad(*args, upstream=None):
        upstream = args[-1] if upstream is None else upstream
        return upstream * scale, ops.sum(upstream * x, axis=0)

    return x * scale, grad


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        return scaled(x, ops.copy(self.scale))

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == x)) = }")
