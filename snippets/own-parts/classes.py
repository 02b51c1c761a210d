import keras
from keras import ops

book = keras.saving.register_keras_serializable(package="book")


@book
class Halves(keras.initializers.Initializer):
    def __init__(self, scale=1.0):
        self.scale = scale

    def __call__(self, shape, dtype=None):
        return ops.full(shape, self.scale / 2, dtype=dtype)

    def get_config(self):
        return {"scale": self.scale}


@book
class Absolute(keras.regularizers.Regularizer):
    def __init__(self, factor=0.1):
        self.factor = factor

    def __call__(self, weight):
        return self.factor * ops.sum(ops.abs(weight))

    def get_config(self):
        return {"factor": self.factor}


@book
class AtMost(keras.constraints.Constraint):
    def __init__(self, limit=1.0):
        self.limit = limit

    def __call__(self, weight):
        return ops.clip(weight, -self.limit, self.limit)

    def get_config(self):
        return {"limit": self.limit}


@book
class Gate:
    def __init__(self, slope=1.0):
        self.slope = slope

    def __call__(self, x):
        return x * ops.sigmoid(self.slope * x)

    def get_config(self):
        return {"slope": self.slope}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


x = keras.random.normal((6, 3), seed=0)
layer = keras.layers.Dense(
    4, activation=Gate(2.0), kernel_initializer=Halves(3.0),
    kernel_regularizer=Absolute(0.5), kernel_constraint=AtMost(2.0))
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras").layers[0]
print(f"{loaded.activation.slope = }, {loaded.kernel_initializer.scale = }")
print(f"{loaded.kernel_regularizer.factor = }")
print(f"{loaded.kernel_constraint.limit = }")
