import keras
import numpy as np
from keras import ops
from transformer_decoder import TransformerDecoder

draw = np.random.default_rng(0)
letters = np.array([draw.permutation(9)[:5] + 1 for _ in range(1500)])
between = np.zeros((1500, 1), "int64")
text = np.concatenate([letters, between, np.sort(letters)], axis=1)
counts = np.tile(np.arange(10) >= 5, (1500, 1)).astype("float32")

keras.utils.set_random_seed(0)
embed = keras.layers.Embedding(10, 32)
layer = TransformerDecoder(heads=2, hidden=64, dropout=0.0)
choose = keras.layers.Dense(10, activation="softmax")
model = keras.Sequential([keras.Input((None,)), embed, layer, choose])
adam = keras.optimizers.Adam(0.005)
model.compile(adam, "sparse_categorical_crossentropy")
history = model.fit(
    text[:1000, :-1], text[:1000, 1:], sample_weight=counts[:1000],
    batch_size=100, epochs=6, verbose=0)
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")

read = text[1000:, :6]
cache = layer.empty_cache(batch=500, length=11)
for place in range(10):
    now = read[:, place : place + 1]
    y, cache = layer.step(embed(now), cache, place)
    if place >= 5:
        best = ops.convert_to_numpy(ops.argmax(choose(y), axis=-1))
        read = np.concatenate([read, best], axis=1)
print(f"{read[0, :5].tolist() = }, {read[0, 6:].tolist() = }")
print(f"{(read == text[1000:]).all(axis=1).mean() = :.1f}")
