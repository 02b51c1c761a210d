import keras
import numpy as np
from keras import ops
from mixture_of_experts import MixtureOfExperts

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
layer = MixtureOfExperts(experts=4, top=2)
layer.build(x.shape)
share, picked = layer.route(x)
print(ops.convert_to_numpy(share * picked).round(1))
