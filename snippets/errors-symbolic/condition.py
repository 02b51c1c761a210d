import keras
from keras import ops

inputs = keras.Input((3,))
outputs = ops.where(ops.sum(inputs) > 0, inputs, -inputs)
model = keras.Model(inputs, outputs)
print(model(keras.random.normal((6, 3), seed=0)).shape)
