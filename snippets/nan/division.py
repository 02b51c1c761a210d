import keras
from keras import ops

total = ops.array([2.0, 0.0])
x = ops.array([[1.0, 1.0], [0.0, 0.0]])
for divide in (ops.divide, ops.divide_no_nan):
    print(divide.__name__, ops.convert_to_numpy(divide(x, total[:, None])))
