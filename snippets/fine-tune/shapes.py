import keras
from keras import layers

for layer, shape in {
    layers.Dense(4): (None, 3),
    layers.Embedding(7, 4): (None,),
    layers.Conv1D(4, 5): (None, 9, 3),
    layers.Conv2D(4, 5): (None, 9, 9, 3),
    layers.DepthwiseConv2D(5): (None, 9, 9, 3),
    layers.Conv2DTranspose(4, 5): (None, 9, 9, 3),
    layers.LSTM(4): (None, 9, 3),
    layers.GRU(4): (None, 9, 3),
}.items():
    layer.build(shape)
    name = type(layer).__name__
    print(f"{name:16}", *(tuple(weight.shape) for weight in layer.weights))
