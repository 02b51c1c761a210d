"""Right layers of very different kinds: the contract must find nothing wrong with any of them."""
import keras
import numpy as np
from keras import ops

draw = np.random.default_rng(0)
FLAT = draw.normal(size=(6, 3)).astype("float32")
STEPS = draw.normal(size=(6, 5, 3)).astype("float32")
TOKENS = draw.integers(0, 9, (6, 5))


class Affine(keras.layers.Layer):
    """The seed's layer: weights, an activation, a written config."""

    def __init__(self, units, activation=None, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer=self.kernel_initializer, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, x):
        return self.activation(ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_initializer": keras.initializers.serialize(self.kernel_initializer),
        }


class Weightless(keras.layers.Layer):
    """No weights, and a config that Keras writes."""

    def __init__(self, factor=1.0, offset=0.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.offset = offset

    def call(self, x):
        return x * self.factor + self.offset

    def compute_output_shape(self, input_shape):
        return input_shape


class Gate(keras.layers.Layer):
    """Two inputs."""

    def build(self, value_shape, gate_shape):
        self.kernel = self.add_weight(shape=(gate_shape[-1], value_shape[-1]), name="kernel")

    def call(self, value, gate):
        return value * ops.sigmoid(ops.matmul(gate, self.kernel))

    def compute_output_shape(self, value_shape, gate_shape):
        return value_shape


class Weighted(keras.layers.Layer):
    """A list of inputs."""

    def build(self, input_shape):
        self.weight = self.add_weight(shape=(len(input_shape),), initializer="ones", name="weight")

    def call(self, inputs):
        return sum(x * self.weight[i] for i, x in enumerate(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape[0]


class Lookup(keras.layers.Layer):
    """A dict of inputs, one of them integers."""

    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def build(self, input_shape):
        self.table = self.add_weight(shape=(self.size, input_shape["scale"][-1]), initializer="normal", name="table")

    def call(self, inputs):
        return ops.take(self.table, inputs["ids"], axis=0) * inputs["scale"]

    def compute_output_shape(self, input_shape):
        return input_shape["scale"]


class Summary(keras.layers.Layer):
    """Returns a dict."""

    def call(self, x):
        return {"mean": ops.mean(x, axis=1), "max": ops.max(x, axis=1)}

    def compute_output_shape(self, input_shape):
        shape = (input_shape[0], *input_shape[2:])
        return {"mean": shape, "max": shape}


class Block(keras.layers.Layer):
    """Layers within a layer."""

    def __init__(self, units, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.inner = [keras.layers.Dense(units, "relu"), keras.layers.LayerNormalization()]
        self.dropout = keras.layers.Dropout(rate)

    def build(self, input_shape):
        for layer in self.inner:
            layer.build(input_shape)
            input_shape = layer.compute_output_shape(input_shape)

    def call(self, x, training=None):
        for layer in self.inner:
            x = layer(x)
        return self.dropout(x, training=training)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


class Residual(keras.layers.Layer):
    """A layer as an argument."""

    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def build(self, input_shape):
        if not self.inner.built:
            self.inner.build(input_shape)

    def call(self, x):
        return x + self.inner(x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "inner": keras.saving.serialize_keras_object(self.inner)}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "inner": keras.saving.deserialize_keras_object(config["inner"])})


class Passing(keras.layers.Layer):
    """Passes its mask on."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return ops.tanh(x)

    def compute_output_shape(self, input_shape):
        return input_shape


class Pooled(keras.layers.Layer):
    """Uses its mask up."""

    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        kept = ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return ops.sum(x * kept, axis=1) / ops.maximum(ops.sum(kept, axis=1), 1)

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])


class Jitter(keras.layers.Layer):
    """Random in training only."""

    def __init__(self, scale=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if not training:
            return x
        return x + keras.random.normal(ops.shape(x), stddev=self.scale, dtype=x.dtype, seed=self.generator)

    def compute_output_shape(self, input_shape):
        return input_shape


class Sampled(Jitter):
    """Random always."""

    def call(self, x):
        return x + keras.random.normal(ops.shape(x), stddev=self.scale, dtype=x.dtype, seed=self.generator)


class Centered(keras.layers.Layer):
    """State that training updates."""

    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(shape=input_shape[-1:], initializer="zeros", trainable=False, name="mean")

    def call(self, x, training=None):
        if not training:
            return x - self.mean
        mean = ops.mean(x, axis=0)
        self.mean.assign(self.mean * self.momentum + mean * (1 - self.momentum))
        return x - mean

    def compute_output_shape(self, input_shape):
        return input_shape


class Counted(keras.layers.Layer):
    """State that every call updates, and that the output shows."""

    def build(self, input_shape):
        self.calls = self.add_weight(shape=(), initializer="zeros", dtype="int32", trainable=False, name="calls")

    def call(self, x):
        self.calls.assign_add(1)
        return x * ops.cast(self.calls, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape


class Recurrent(keras.layers.Layer):
    """Goes step by step over time."""

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], input_shape[-1]), initializer="orthogonal", name="kernel")

    def call(self, x):
        state = ops.zeros_like(x[:, 0])
        for step in range(x.shape[1]):
            state = ops.tanh(x[:, step] + ops.matmul(state, self.kernel))
        return state

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])


class Winner(keras.layers.Layer):
    """Floats in, integers out."""

    def call(self, x):
        return ops.cast(ops.argmax(x, axis=-1), "int32")

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape[:-1], dtype="int32")


class Exact(keras.layers.Layer):
    """Computes and answers in float32 under any policy."""

    def call(self, x):
        return ops.softmax(ops.cast(x, "float32"))

    def compute_output_shape(self, input_shape):
        return input_shape

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape, dtype="float32")


class Folded(keras.layers.Layer):
    """Another rank."""

    def call(self, x):
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2]))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1] * input_shape[2])


class Positions(keras.layers.Layer):
    """Weights that start at the same values in every instance, and with the same as each other."""

    def build(self, input_shape):
        ramp = lambda shape, dtype=None: ops.arange(shape[0], dtype=dtype)
        self.first = self.add_weight(shape=input_shape[-1:], initializer=ramp, name="first")
        self.second = self.add_weight(shape=input_shape[-1:], initializer=ramp, name="second")

    def call(self, x):
        return x * self.first + self.second

    def compute_output_shape(self, input_shape):
        return input_shape


class Penalized(keras.layers.Layer):
    """Adds losses, and a regularizer's."""

    def build(self, input_shape):
        self.scale = self.add_weight(shape=input_shape[-1:], initializer="ones", regularizer="l2", name="scale")

    def call(self, x):
        self.add_loss(ops.mean(ops.abs(x)))
        return x * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape


class Watched(keras.layers.Layer):
    """Holds a metric, and does without `compute_output_shape`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.size = keras.metrics.Mean(name="size")

    def call(self, x):
        self.size.update_state(ops.abs(x))
        return ops.relu(x)


class Inferred(Affine):
    """Leaves its shape and dtype to Keras."""

    compute_output_shape = keras.layers.Layer.compute_output_shape


# (class, constructor arguments, inputs, facts)
RIGHT = [
    (Inferred, {"units": 4}, (3,), {}),
    (Affine, {"units": 4, "activation": "tanh"}, (3,), {"reference": lambda x, w, b: np.tanh(x @ w + b)}),
    (Affine, {"units": 4, "kernel_initializer": keras.initializers.HeNormal()}, (5, 3), {}),
    (Weightless, {"factor": 2.0, "offset": 1.0}, (3,), {"reference": lambda x: 2 * x + 1}),
    (Gate, {}, ((3,), (2,)), {"reference": lambda value, gate, w: value / (1 + np.exp(-gate @ w))}),
    (Weighted, {}, [(3,), (3,)], {}),
    (Lookup, {"size": 9}, {"ids": TOKENS, "scale": STEPS}, {"reference": lambda x, table: table[x["ids"]] * x["scale"]}),
    (Summary, {}, (5, 3), {"reference": lambda x: {"max": x.max(1), "mean": x.mean(1)}}),
    (Block, {"units": 4, "rate": 0.5}, (3,), {}),
    (Residual, {"inner": keras.layers.Dense(3)}, (3,), {"reference": lambda x, w, b: x + x @ w + b}),
    (Passing, {}, (5, 3), {"masked": True}),
    (Pooled, {}, (5, 3), {"masked": True}),
    (Jitter, {"scale": 0.5, "seed": 3}, (3,), {"random": True}),
    (Jitter, {}, (3,), {}),
    (Sampled, {"scale": 0.5}, (3,), {"random": True}),
    (Centered, {"momentum": 0.5}, (3,), {}),
    (Counted, {}, (3,), {}),
    (Recurrent, {}, (5, 3), {}),
    (Winner, {}, (3,), {"reference": lambda x: x.argmax(-1)}),
    (Exact, {}, (3,), {}),
    (Folded, {}, (5, 3), {}),
    (Positions, {}, (3,), {}),
    (Penalized, {}, (3,), {}),
    (Watched, {}, (3,), {}),
]

# Instances of Keras' own layers, and their inputs.
BUILT_IN = [
    (keras.layers.Dense(4, "relu", kernel_regularizer="l2"), FLAT),
    (keras.layers.LayerNormalization(), FLAT),
    (keras.layers.BatchNormalization(), STEPS),
    (keras.layers.Dropout(0.5), FLAT),
    (keras.layers.Embedding(9, 4, mask_zero=True), TOKENS),
    (keras.layers.Conv1D(4, 2), STEPS),
    (keras.layers.GlobalAveragePooling1D(), STEPS),
    (keras.layers.LSTM(4), STEPS),
    (keras.layers.MultiHeadAttention(2, 3), (STEPS, STEPS[:, :4])),
    (keras.layers.Concatenate(), [FLAT, FLAT]),
    (keras.layers.Lambda(keras.activations.exponential), FLAT),
]
