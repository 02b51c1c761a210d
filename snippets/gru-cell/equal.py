import numpy as np
from contract import broken_promises
from gru_cell import GRUCell
from keras import layers, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(6, 5, 3)).astype("float32")
mask = np.arange(5) < np.array([[5], [4], [3], [2], [1], [0]])
ours = layers.RNN(GRUCell(4), return_sequences=True)
theirs = layers.GRU(4, return_sequences=True)
ours(x), theirs(x)
weights = [rng.normal(size=each.shape) for each in theirs.weights]
ours.set_weights(weights)
theirs.set_weights(weights)
for given in (None, mask):
    one, other = ours(x, mask=given), theirs(x, mask=given)
    print(f"{np.allclose(one, other, atol=1e-5) = }")

step, h = x[:, 0], ops.zeros((6, 4))
y, states = ours.cell(step, [h])
print(f"{len(states) = }, {np.array_equal(y, states[0]) = }")
broken = broken_promises(
    layers.RNN, {"cell": GRUCell(4)}, (5, 3), masked=True)
print(f"{broken = }")
