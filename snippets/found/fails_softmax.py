import keras
from keras import ops

ids = ops.array([[1, 2, 0], [3, 0, 0]])
vectors = keras.layers.Embedding(9, 4, mask_zero=True)(ids)
keras.layers.Softmax()(vectors)
