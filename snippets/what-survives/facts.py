import logging

import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, power=1, **kwargs):
        super().__init__(**kwargs)
        self.power = power
        self.note = None

    def build(self, input_shape):
        self.factor = self.add_weight(shape=(), initializer="ones")
        axes = {-1: input_shape[-1]}
        self.input_spec = keras.layers.InputSpec(axes=axes)

    def call(self, x):
        return self.factor * x**self.power

    def get_config(self):
        return {**super().get_config(), "power": self.power}


def plain(value):
    return getattr(value, "get_config", lambda: value)()


logging.disable()
x = keras.random.normal((6, 3), seed=0)
layer = Scale(
    name="mine", trainable=False, dtype="mixed_float16", autocast=False,
    activity_regularizer="l2", power=2)
model = keras.Sequential([keras.Input((3,)), layer])
layer.note = "a later attribute"

clone = keras.models.clone_model(model).layers[0]
model.save("model.keras")
model.save_weights("model.weights.h5")
model.export("exported", verbose=False)
model.save("model.h5")
rebuilt = keras.Sequential([keras.Input((3,)), Scale()])
rebuilt.load_weights("model.weights.h5")
roads = {
    ".keras": keras.models.load_model("model.keras").layers[0],
    "weights": rebuilt.layers[0],
    ".h5": keras.models.load_model("model.h5").layers[0],
    "export": keras.layers.TFSMLayer("exported", call_endpoint="serve"),
    "clone": clone,
    "from_config": Scale.from_config(layer.get_config()),
}
print(f"{'':20}", *(f"{road:8}" for road in roads))
for fact in (
    "name", "trainable", "dtype_policy", "autocast", "power",
    "activity_regularizer", "note", "built", "input_spec",
):
    want = getattr(layer, fact)
    cells = []
    for other in roads.values():
        got = getattr(other, fact, None)
        same = got is not None and plain(got) == plain(want)
        cells.append("kept" if same else "-")
    print(f"{fact:20}", *(f"{cell:8}" for cell in cells))
