import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Symmetric(keras.layers.Dense):
    @property
    def kernel(self):
        half = super().kernel
        return half + ops.transpose(half)


x = keras.random.normal((6, 3), seed=0)
layer = Symmetric(3)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{np.allclose(loaded(x), model(x)) = }")
print(f"{np.allclose(loaded.layers[0].kernel, 2 * layer.kernel) = }")
