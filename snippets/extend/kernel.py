import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Symmetric(keras.layers.Dense):
    def call(self, x):
        kernel = ops.convert_to_tensor(self.kernel)
        y = ops.matmul(x, kernel + ops.transpose(kernel))
        if self.use_bias:
            y = y + self.bias
        return self.activation(y)


x = keras.random.normal((6, 3), seed=0)
layer = Symmetric(3)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{np.allclose(loaded(x), model(x)) = }")
