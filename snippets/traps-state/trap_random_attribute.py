import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Projection(keras.layers.Layer):
    def build(self, input_shape):
        self.matrix = np.random.normal(size=(input_shape[-1], 4))

    def call(self, x):
        return ops.matmul(x, ops.cast(self.matrix, x.dtype))


layer = Projection()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{bool(ops.all(model(x) == loaded(x))) = }")
