import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Wrapped(keras.layers.Layer):
    def __init__(self, inner_dtype=None, **kwargs):
        super().__init__(**kwargs)
        inner_dtype = inner_dtype or self.dtype_policy
        self.dense = keras.layers.Dense(4, dtype=inner_dtype)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        mine = {"inner_dtype": self.dense.dtype_policy.name}
        return {**super().get_config(), **mine}


model = keras.Sequential([keras.Input((3,)), Wrapped()])
x = keras.random.normal((6, 3), seed=0)
model.layers[0].dense.quantize("int8")
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print([weight.dtype for weight in loaded.weights])
print(f"{bool(ops.all(model(x) == loaded(x))) = }")
layer = Wrapped()
