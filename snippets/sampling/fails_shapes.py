import keras
from sampling import Sampling

mean = keras.Input((8,))
log_variance = keras.layers.Dense(1)(mean)
z = Sampling()(mean, log_variance)
