import keras
import numpy as np
from contract import check_layer

layers, draw = keras.layers, np.random.default_rng(0)
words = np.array([["a"], ["b"], ["a"]])


def scores(samples):
    return [draw.normal(size=(samples, samples)), np.eye(samples)]


both = {"query": (5, 4), "value": (3, 4), "use_causal_mask": True}
attention = {"num_heads": 2, "key_dim": 4}
check_layer(layers.MultiHeadAttention, attention, None, call=both)
check_layer(
    layers.StringLookup, {}, words, prepare=lambda layer: layer.adapt(words))
check_layer(layers.Add, {}, scores)
print("kept")
