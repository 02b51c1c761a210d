import keras
from keras import ops

x = keras.random.normal((6, 4), seed=0)
inputs = keras.Input((4,))
rows = inputs.shape[0]
print(ops.reshape(x, (rows, 2, 2)).shape)
