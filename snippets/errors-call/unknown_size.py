import keras
from keras import ops

x = keras.random.normal((6, 4), seed=0)
print(ops.reshape(x, (-1, 2, 2)).shape)
