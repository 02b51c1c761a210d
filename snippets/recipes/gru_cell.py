import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class GRUCell(keras.layers.Layer):
    """One step of a gated recurrent unit, for keras.layers.RNN."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"units must be an integer from 1 on, not {units!r}"
            )
        self.units = units
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        if not features:
            raise ValueError(
                f"GRUCell of {self.units} units needs to know how many "
                f"features a step has; it has the shape {tuple(input_shape)}"
            )
        gates = 3 * self.units
        self.kernel = self.add_weight(
            shape=(features, gates), name="kernel"
        )
        self.recurrent_kernel = self.add_weight(
            shape=(self.units, gates),
            initializer="orthogonal",
            name="recurrent_kernel",
        )
        self.bias = self.add_weight(
            shape=(2, gates), initializer="zeros", name="bias"
        )

    def call(self, x, states):
        (h,) = states
        from_x = ops.matmul(x, self.kernel) + self.bias[0]
        from_h = ops.matmul(h, self.recurrent_kernel) + self.bias[1]
        keep_x, reset_x, new_x = ops.split(from_x, 3, axis=-1)
        keep_h, reset_h, new_h = ops.split(from_h, 3, axis=-1)
        keep = ops.sigmoid(keep_x + keep_h)
        reset = ops.sigmoid(reset_x + reset_h)
        new = ops.tanh(new_x + reset * new_h)
        h = keep * h + (1 - keep) * new
        return h, [h]

    def get_config(self):
        return {**super().get_config(), "units": self.units}
