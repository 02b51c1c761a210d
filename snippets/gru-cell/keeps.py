import numpy as np
from gru_cell import GRUCell
from keras import layers, ops

x = np.zeros((1, 24, 2), "float32")
x[0, :, 0] = 1 + np.cos(np.arange(24))
x[0, [0, 5, 10, 18], 1] = 1
layer = layers.RNN(GRUCell(1), return_sequences=True)
layer.build(x.shape)
write = np.array([[0, 0, 0.5], [-20, 0, 0]])
keep = np.array([[10, 0, 0], [0, 0, 0]])
layer.set_weights([write, np.zeros((1, 3)), keep])
y = ops.convert_to_numpy(layer(x))
print([round(float(h), 1) for h in y[0, :, 0]])
