"""Right layers that a stranger could take for wrong ones, and what has to be asked in another way."""
import keras
import numpy as np
from keras import ops

from tests.right_layers import FLAT, STEPS, TOKENS, Affine, Residual, Weightless

layers = keras.layers
ON_TENSORFLOW = keras.backend.backend() == "tensorflow"
WORDS = np.array([["a"], ["b"], ["a"], ["c"], ["b"], ["a"]])


class MyDense(layers.Dense):
    """The most common custom layer: the constructor is inherited."""

    def call(self, inputs, training=None):
        return super().call(inputs) * 2


class TakesAnything(layers.Dense):
    """Hands all its arguments on."""

    def __init__(self, *args, factor=1.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.factor = factor

    def call(self, inputs):
        return super().call(inputs) * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


class Stack(layers.Layer):
    """Takes any number of arguments by position."""

    def __init__(self, *units, **kwargs):
        super().__init__(**kwargs)
        self.units = list(units)
        self.parts = [layers.Dense(each) for each in units]

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    @classmethod
    def from_config(cls, config):
        return cls(*config.pop("units"), **config)


class Nearest(layers.Layer):
    """Is told its width, as a codebook is, and folds all other axes."""

    def __init__(self, codes, width, **kwargs):
        super().__init__(**kwargs)
        self.codes, self.width = codes, width
        self.book = self.add_weight(shape=(width, codes), trainable=False, name="book")

    def call(self, x):
        flat = ops.reshape(x, (-1, self.width))
        return ops.argmax(ops.matmul(flat, self.book), axis=-1)

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape[:1], dtype="int32")

    def get_config(self):
        return {**super().get_config(), "codes": self.codes, "width": self.width}


class Halves(layers.Layer):
    """Takes every second step, so that the last one moves the border."""

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, input_shape[-1], 2), name="kernel")

    def call(self, x, mask=None):
        if mask is not None:
            x = ops.where(ops.expand_dims(mask, -1), x, ops.zeros_like(x))
        return ops.conv(x, self.kernel, strides=2, padding="same", data_format="channels_last")

    def compute_mask(self, x, mask=None):
        return None


class MyLSTM(layers.LSTM):
    def call(self, sequences, initial_state=None, mask=None, training=False):
        return super().call(sequences, initial_state, mask=mask, training=training)


class MyEmbedding(layers.Embedding):
    def call(self, inputs):
        return super().call(inputs) * 2


class MyAttention(layers.MultiHeadAttention):
    def call(self, query, value, key=None, training=None):
        return super().call(query, value, key, training=training)


class Alias(Weightless):
    """Takes an argument under two names, and keeps one."""

    def __init__(self, factor=1.0, scale=None, **kwargs):
        super().__init__(factor if scale is None else scale, **kwargs)

    def get_config(self):
        return {**layers.Layer.get_config(self), "factor": self.factor}


class Held(layers.Layer):
    """Its argument lives on in a layer that it holds."""

    def __init__(self, inner_kwargs=None, inner=None, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner or layers.Dense(3, **(inner_kwargs or {}))

    def build(self, input_shape):
        if not self.inner.built:
            self.inner.build(input_shape)

    def call(self, x):
        return self.inner(x)

    def get_config(self):
        return {**super().get_config(), "inner": keras.saving.serialize_keras_object(self.inner)}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "inner": keras.saving.deserialize_keras_object(config["inner"])})


class AttentionMask(layers.Layer):
    """A mask argument that Keras does not fill."""

    def call(self, x, attention_mask=None, padding_mask=None):
        return ops.mean(x, axis=1)


class Transformer(layers.Layer):
    """A layer of layers without build(): they build themselves in call."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner, self.norm = layers.Dense(units), layers.LayerNormalization()

    def call(self, x):
        return self.norm(self.inner(x))


class Plain(layers.Layer):
    """An own layer that leaves its config to Keras."""

    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], input_shape[-1]), name="kernel")

    def call(self, x):
        return ops.matmul(x, self.kernel) * self.factor


class TiedOutput(Held):
    """Borrows the weight of a layer that was built before."""

    def __init__(self, table, **kwargs):
        layers.Layer.__init__(self, **kwargs)
        self.table = table

    def build(self, input_shape):
        pass

    def call(self, x):
        return ops.matmul(x, ops.transpose(self.table.embeddings))

    def get_config(self):
        return {**layers.Layer.get_config(self), "table": keras.saving.serialize_keras_object(self.table)}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "table": keras.saving.deserialize_keras_object(config["table"])})


class Vocabulary(layers.Layer):
    """Computes with integers, and refuses another dtype."""

    def __init__(self, size, dtype="int32", **kwargs):
        if "float" in str(getattr(dtype, "name", dtype)):
            raise ValueError("a Vocabulary has no float dtype")
        super().__init__(dtype=dtype, **kwargs)
        self.size = size

    def call(self, x):
        return ops.mod(ops.cast(x, "int32"), self.size)

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape, dtype="int32")


class PlainDefault(Weightless):
    """A default training=True that has no effect."""

    def call(self, x, training=True):
        return x * self.factor


class WithNone(Weightless):
    """Returns None beside a tensor, and takes one."""

    def call(self, x, memory=None):
        return x, memory


class Flagged(Affine):
    """Takes a flag that is no tensor."""

    def call(self, x, reverse=False):
        return super().call(ops.flip(x, axis=-1) if reverse else x)


class Named(layers.Layer):
    """Takes all by name."""

    def build(self, query_shape, value_shape):
        self.kernel = self.add_weight(shape=(query_shape[-1], value_shape[-1]), name="kernel")

    def call(self, *, query, value):
        return ops.matmul(query, self.kernel) + value

    def compute_output_shape(self, query_shape, value_shape):
        return value_shape


class NeedsMask(layers.Layer):
    """Cannot do without a mask."""

    def call(self, x, mask):
        kept = ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return ops.sum(x * kept, axis=1) / ops.maximum(ops.sum(kept, axis=1), 1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])


class Pairs(layers.Layer):
    """Compares each sample with each, so a second axis is as long as the batch."""

    def call(self, scores, labels):
        return scores + labels * 2


class Table(layers.Layer):
    """An output of as many rows as the batch, by chance."""

    def build(self, input_shape):
        self.rows = self.add_weight(shape=(6, input_shape[-1]), initializer="ones", name="rows")

    def call(self, x):
        return self.rows + 0 * ops.mean(x)

    def compute_output_spec(self, x):
        return keras.KerasTensor((6, x.shape[-1]), dtype=self.compute_dtype)


class Reversal(Weightless):
    """Turns the gradient around on purpose."""

    def call(self, x):
        return ops.stop_gradient(2 * x) - x


class Straight(Weightless):
    """Rounds, with the gradient of the identity."""

    def call(self, x):
        return x + ops.stop_gradient(ops.round(x) - x)


class Adapted(layers.Layer):
    """Learns a number before its use."""

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), initializer="zeros", trainable=False, name="mean")

    def adapt(self, data):
        self.build(np.shape(data))
        self.mean.assign(np.mean(data))

    def call(self, x):
        return x - self.mean

    def compute_output_shape(self, input_shape):
        return input_shape


class SeedVectors(layers.Layer):
    """A weight whose name holds the word seed, and a generator."""

    def __init__(self, seeds, rate=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seeds, self.rate, self.seed = seeds, rate, seed
        self.drop = layers.Dropout(rate, seed=seed)

    def build(self, input_shape):
        self.queries = self.add_weight(shape=(self.seeds, input_shape[-1]), name="seed_vectors")

    def call(self, x, training=None):
        shares = ops.softmax(ops.einsum("sd,btd->bst", self.queries, x))
        return ops.matmul(self.drop(shares, training=training), x)


class NodeGraph(layers.Layer):
    """The width of one input is an axis of the other."""

    def build(self, x_shape, adjacency_shape):
        self.node = self.add_weight(shape=(x_shape[1], 2), name="node")
        self.kernel = self.add_weight(shape=(x_shape[-1], 2), name="kernel")

    def call(self, x, adjacency):
        return ops.matmul(adjacency, ops.matmul(x, self.kernel) + self.node)


class StepWeights(layers.Layer):
    """The width of one input is the length of the other."""

    def build(self, x_shape, weights_shape):
        self.bias = self.add_weight(shape=(x_shape[1],), initializer="zeros", name="bias")

    def call(self, x, weights):
        return ops.sum(x * ops.expand_dims(ops.softmax(weights + self.bias), -1), axis=1)


class CountsCalls(layers.Layer):
    """Changes at each call, and says so."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.stateful = True

    def build(self, input_shape):
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False, name="calls")

    def call(self, x, training=None):
        self.calls.assign_add(1.0)
        return x / ops.cast(self.calls, x.dtype)


def a_table():
    table = layers.Embedding(9, 3)
    table.build()
    return table


def pairs(samples):
    scores = np.random.default_rng(0).normal(size=(samples, samples)).astype("float32")
    return scores, np.eye(samples, dtype="float32")


# (class, constructor arguments, inputs, facts)
KINDS = [
    (MyDense, {"units": 4}, (3,), {"reference": lambda x, w, b: 2 * (x @ w + b)}),
    (TakesAnything, {"units": 4, "factor": 2.0}, (3,), {"reference": lambda x, w, b: 2 * (x @ w + b)}),
    (Stack, {"units": [4, 2]}, (3,), {}),
    (Halves, {}, (4, 3), {}),
    (Nearest, {"codes": 5, "width": 3}, (3,), {}),
    (MyLSTM, {"units": 2}, (4, 3), {}),
    (MyEmbedding, {"input_dim": 9, "output_dim": 2}, TOKENS, {}),
    (MyAttention, {"num_heads": 2, "key_dim": 2}, ((5, 4), (3, 4)), {}),
    (Alias, {"scale": 3.0}, (3,), {"reference": lambda x: 3 * x}),
    (Held, {"inner_kwargs": {"activation": "tanh"}}, (3,), {}),
    (AttentionMask, {}, (5, 3), {}),
    (Transformer, {"units": 4}, (5, 3), {}),
    (SeedVectors, {"seeds": 2, "rate": 0.3, "seed": 3}, (5, 4), {}),
    (NodeGraph, {}, ((4, 3), (4, 4)), {}),
    (StepWeights, {}, ((5, 3), (5,)), {}),
    (CountsCalls, {}, (3,), {}),
    (Residual, {"inner": Plain(2.0)}, (3,), {}),
    (Residual, {"inner": keras.Sequential([layers.Dense(3)])}, (3,), {}),
    (TiedOutput, {"table": a_table()}, (3,), {}),
    (Vocabulary, {"size": 4}, TOKENS, {"reference": lambda x: x % 4}),
    (PlainDefault, {"factor": 2.0}, (3,), {}),
    (WithNone, {}, (3,), {}),
    (WithNone, {}, ((3,), None), {}),
    (Flagged, {"units": 4}, (3,), {"call": {"reverse": True}, "reference": lambda x, w, b: x[..., ::-1] @ w + b}),
    (Named, {}, None, {"call": {"query": (2,), "value": (3,)}, "reference": lambda w, query, value: query @ w + value}),
    (NeedsMask, {}, (5, 3), {"call": {"mask": np.ones((6, 5), bool)}}),
    (Pairs, {}, pairs, {"reference": lambda scores, labels: scores + labels * 2}),
    (Table, {}, (3,), {}),
    (MyDense, {"units": 4}, FLAT[:1], {}),
    (MyDense, {"units": 4}, FLAT[:2], {}),
    (Reversal, {}, (3,), {}),
    (Straight, {}, (3,), {}),
    (Adapted, {}, (3,), {"prepare": lambda layer: layer.adapt(FLAT)}),
    (Affine, {"units": 4, "dtype": "mixed_bfloat16"}, (3,), {}),
    (Affine, {"units": 4}, (3,), {"policies": ("mixed_float16", "mixed_bfloat16")}),
    (layers.Dense, {"units": 4, "lora_rank": 2}, (3,), {}),
    (layers.Embedding, {"input_dim": 9, "output_dim": 2, "weights": [np.ones((9, 2), "float32")]}, TOKENS, {}),
]
if keras.backend.backend() != "torch":  # where fit cannot train it: its state changes in place
    skip = {"mixed-float16"} if keras.__version__.startswith("3.4.") else ()  # there, it keeps a state of another dtype
    KINDS.append((layers.LSTM, {"units": 2, "stateful": True}, (4, 3), {"skip": skip}))
if ON_TENSORFLOW:
    KINDS += [
        (layers.Dense, {"units": 4, "dtype": "int8_from_float32"}, (3,), {}),
        (layers.StringLookup, {}, WORDS, {"prepare": lambda layer: layer.adapt(WORDS)}),
        (layers.CategoryEncoding, {"num_tokens": 9}, TOKENS, {"skip": {"mixed-float16"}}),
    ]
