import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as old

x = keras.Input((3,))
print(ops.exp(x).shape)
try:
    old.exp(x)
except ValueError as error:
    print(str(error).partition(".")[0])

print(f"{isinstance(old.ones((3, 4)), tf.Variable) = }")
print(f"{isinstance(ops.ones((3, 4)), tf.Variable) = }")
