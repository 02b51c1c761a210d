import keras
from keras import ops

book = keras.saving.register_keras_serializable(package="book")


@book
class Halves(keras.initializers.Initializer):
    def __init__(self, scale=1.0):
        self.scale = scale

    def __call__(self, shape, dtype=None):
        return ops.full(shape, self.scale / 2, dtype=dtype)


@book
class AtMost(keras.constraints.Constraint):
    def __init__(self, limit=1.0):
        self.limit = limit

    def __call__(self, weight):
        return ops.clip(weight, -self.limit, self.limit)


dense = keras.layers.Dense(
    4, kernel_initializer=Halves(3.0), kernel_constraint=AtMost(2.0))
model = keras.Sequential([keras.Input((3,)), dense])
model.save("model.keras")
loaded = keras.models.load_model("model.keras").layers[0]
print(f"{loaded.kernel_initializer.scale = }")
print(f"{loaded.kernel_constraint.limit = }")
