import numpy as np
from keras import ops
from sampling import Sampling

layer = Sampling(seed=0)
mean = np.full((20000, 1), 7.0)
log_variance = np.log(np.full((20000, 1), 4.0))
z = ops.convert_to_numpy(layer(mean, log_variance, training=True))
counts, edges = np.histogram(z, bins=np.arange(0.5, 14))
print(f"{counts.tolist() = }")
