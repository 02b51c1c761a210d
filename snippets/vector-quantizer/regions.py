import numpy as np
from keras import ops
from vector_quantizer import VectorQuantizer

layer = VectorQuantizer(codes=5)
layer.build((None, 2))
codes = [[1, 1], [3, 7], [5, 4], [8, 1], [8, 7]]
layer.set_weights([np.array(codes)])
columns, rows = np.meshgrid(np.arange(11.0), np.arange(11.0))
x = np.stack([columns, rows], axis=-1)
print(ops.convert_to_numpy(layer.nearest(x)))
