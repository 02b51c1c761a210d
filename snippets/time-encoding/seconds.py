import numpy as np
from keras import ops
from time_encoding import PeriodicTime

x = np.array([1_700_000_000, 1_700_000_030], "int32")
layer = PeriodicTime([60])
print(ops.convert_to_numpy(layer(x)).round(1))
print(ops.convert_to_numpy(layer(x.astype("float32"))).round(1))
