import keras
from keras import constraints, initializers, ops, regularizers


@keras.saving.register_keras_serializable(package="book")
def halves(shape, dtype=None):
    return ops.full(shape, 0.5, dtype=dtype)


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(
        self, initializer="ones", regularizer=None, constraint=None, **kwargs
    ):
        super().__init__(**kwargs)
        self.initializer = initializers.get(initializer)
        self.regularizer = regularizers.get(regularizer)
        self.constraint = constraints.get(constraint)

    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],), name="factor",
            initializer=self.initializer, regularizer=self.regularizer,
            constraint=self.constraint)

    def call(self, x):
        return x * self.factor

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "initializer": initializers.serialize(self.initializer),
            "regularizer": regularizers.serialize(self.regularizer),
            "constraint": constraints.serialize(self.constraint),
        }
        return {**super().get_config(), **config}


x = keras.random.normal((6, 3), seed=0)
layer = Scale(halves, "l2", "non_neg")
layer(x)
print(layer.factor.numpy(), f"{float(layer.losses[0]) = :.4f}")
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras").layers[0]
print(loaded.initializer.__name__, type(loaded.regularizer).__name__)
