import keras
import numpy as np


@keras.saving.register_keras_serializable(package="book")
class ScaledDense(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="scale", initializer="ones")

    def call(self, x):
        return self.scale * super().call(x)

    def save_own_variables(self, store):
        super().save_own_variables(store)
        store["scale"] = self.scale

    def load_own_variables(self, store):
        self.scale.assign(store["scale"])
        super().load_own_variables(store)


x = keras.random.normal((6, 3), seed=0)
layer = ScaledDense(4)
model = keras.Sequential([keras.Input((3,)), layer])
layer.scale.assign(5)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{np.allclose(loaded(x), model(x)) = }")
print(f"{float(loaded.layers[0].scale) = }")
