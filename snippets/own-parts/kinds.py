import warnings

import keras
import numpy as np
from keras import initializers, ops

book = keras.saving.register_keras_serializable(package="book")


def plain(shape, dtype=None):
    return ops.full(shape, 0.5, dtype=dtype)


@book
def registered(shape, dtype=None):
    return ops.full(shape, 0.5, dtype=dtype)


class Callable:
    def __call__(self, shape, dtype=None):
        return ops.full(shape, 0.5, dtype=dtype)


@book
class Registered(initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return ops.full(shape, 0.5, dtype=dtype)


def tried(action, *arguments):
    try:
        action(*arguments)
    except Exception as error:
        return type(error).__name__
    return "ok"


warnings.simplefilter("ignore")
for kind, start in {
    "name": "ones",
    "function": plain,
    "registered function": registered,
    "lambda": lambda shape, dtype=None: ops.ones(shape, dtype),
    "callable object": Callable(),
    "registered class": Registered(),
    "array": np.full((3, 4), 0.5),
    "Constant of a list": initializers.Constant([[0.5] * 4] * 3),
}.items():
    dense = keras.layers.Dense(4, kernel_initializer=start)
    model = keras.Sequential([keras.Input((3,)), dense])
    saved = tried(model.save, "model.keras")
    loaded = "-"
    if saved == "ok":
        loaded = tried(keras.models.load_model, "model.keras")
    print(f"{kind:20} save: {saved:10} load: {loaded}")
