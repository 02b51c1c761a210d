import logging

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="book")
class Noisy(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator(0)
        self.mean = keras.metrics.Mean()

    def build(self, input_shape):
        self.factor = self.add_weight(initializer="ones")
        self.calls = self.add_weight(initializer="zeros", trainable=False)

    def call(self, x, training=False):
        if training:
            self.calls.assign_add(1)
            self.mean.update_state(x)
            x += keras.random.normal(keras.ops.shape(x), seed=self.seed)
        self.add_loss(keras.ops.mean(x**2))
        return x * self.factor


logging.disable()
x = keras.random.normal((6, 3), seed=0)
layer = Noisy()
model = keras.Sequential([keras.Input((3,)), layer])
layer.factor.assign(5)
for _ in range(3):
    model(x, training=True)
want = {
    "trainable weight": layer.factor, "other weight": layer.calls,
    "seed state": layer.seed.state, "metric state": layer.mean.total}

clone = keras.models.clone_model(model).layers[0]
model.save("model.keras")
model.save_weights("model.weights.h5")
model.export("exported", verbose=False)
model.save("model.h5")
rebuilt = keras.Sequential([keras.Input((3,)), Noisy()])
rebuilt.load_weights("model.weights.h5")
roads = {
    ".keras": keras.models.load_model("model.keras").layers[0],
    "weights": rebuilt.layers[0],
    ".h5": keras.models.load_model("model.h5").layers[0],
    "export": keras.layers.TFSMLayer("exported", call_endpoint="serve"),
    "clone": clone,
    "from_config": Noisy.from_config(layer.get_config()),
}
rows = {fact: [] for fact in (*want, "answer", "add_loss")}
for other in roads.values():
    y = other(x)
    held = [v.numpy() for v in (*other.variables, *other.metrics_variables)]
    for fact, value in want.items():
        value = value.numpy()
        rows[fact].append(any(np.array_equal(value, v) for v in held))
    rows["answer"].append(np.allclose(y, x * 5))
    rows["add_loss"].append(len(other.losses) == 1)
print(f"{'':16}", *(f"{road:8}" for road in roads))
for fact, cells in rows.items():
    print(f"{fact:16}", *(f"{'kept' if cell else '-':8}" for cell in cells))
