import keras
from keras import ops

scores = ops.array([[1.0, 2.0], [3.0, 4.0]])
mask = ops.array([[True, False], [False, False]])
for hidden in (float("-inf"), -1e9):
    weights = ops.softmax(ops.where(mask, scores, hidden), axis=-1)
    print(hidden, ops.convert_to_numpy(weights).tolist())
