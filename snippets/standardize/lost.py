import keras
import numpy as np
from contract import broken_promises


@keras.saving.register_keras_serializable(package="recipes")
class Forgets(keras.layers.Layer):
    mean, size = 0.0, 1.0

    def adapt(self, data):
        self.mean, self.size = data.mean(axis=0), data.std(axis=0)

    def call(self, x):
        return (x - self.mean) / self.size


x = np.random.default_rng(0).normal(5, 3, size=(6, 3)).astype("float32")
forgets = Forgets()
forgets.adapt(x)
model = keras.Sequential([keras.Input((3,)), forgets])
model.save("forgets.keras")
loaded = keras.models.load_model("forgets.keras")
for each in (model, loaded):
    mean = each.predict(x, verbose=0).mean()
    print(f"{np.allclose(mean, 0, atol=1e-3) = }")
broken = broken_promises(
    Forgets, {}, x, prepare=lambda layer: layer.adapt(x))
print([each.promise for each in broken])
