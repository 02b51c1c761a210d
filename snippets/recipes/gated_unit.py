import keras
import numpy as np
from keras import layers


@keras.saving.register_keras_serializable(package="recipes")
class GatedUnit(layers.Layer):
    """Multiplies two projections of its input, one of them as a gate."""

    def __init__(self, hidden, activation="silu", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(hidden, (int, np.integer)) or hidden < 1:
            raise ValueError(
                "GatedUnit needs a whole number of hidden units, at least "
                f"one; hidden={hidden}"
            )
        self.hidden = int(hidden)
        self.activation = keras.activations.get(activation)
        self.supports_masking = True
        self.input_spec = layers.InputSpec(min_ndim=2)

    def build(self, input_shape):
        policy = {"dtype": self.dtype_policy}
        inner = (*input_shape[:-1], self.hidden)
        self.gate = layers.Dense(self.hidden, self.activation, **policy)
        self.value = layers.Dense(self.hidden, **policy)
        self.join = layers.Dense(input_shape[-1], **policy)
        self.gate.build(input_shape)
        self.value.build(input_shape)
        self.join.build(inner)

    def call(self, x):
        return self.join(self.gate(x) * self.value(x))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        config = {"hidden": self.hidden, "activation": activation}
        return {**super().get_config(), **config}
