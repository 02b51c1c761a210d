import keras
import numpy as np
from contract import check_layer

ids = np.array([[1, 2, 0], [3, 0, 0], [4, 5, 6], [7, 8, 0]])
one, two = np.random.default_rng(0).normal(size=(2, 4, 3))
layers = keras.layers

check_layer(layers.Add, {}, [(3,), (3,)])
check_layer(layers.Add, {}, [one, two], reference=lambda pair: sum(pair))
check_layer(layers.Embedding, {"input_dim": 9, "output_dim": 2}, ids)
check_layer(layers.Dropout, {"rate": 0.5}, (3,), random=True)
check_layer(layers.LSTM, {"units": 2}, (5, 3), masked=True)
print("kept")
