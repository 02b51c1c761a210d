import numpy as np
from keras import ops
from tf_keras import backend as K

x = ops.reshape(ops.arange(12.0), (2, 3, 2))
start = ops.zeros((2, 2))


def old_step(x, states):
    y = x + 0.5 * states[0]
    return y, [y]


def step(state, x):
    y = x + 0.5 * state
    return y, y


last, outputs, states = K.rnn(old_step, x, [start])
carried, stacked = ops.scan(step, start, ops.transpose(x, (1, 0, 2)))
print(f"{stacked.shape = }")
print(np.array_equal(last, carried))
print(np.array_equal(outputs, ops.transpose(stacked, (1, 0, 2))))
