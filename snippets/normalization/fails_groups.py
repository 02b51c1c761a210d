import keras
from normalization import GroupNorm

layer = GroupNorm(groups=8)
model = keras.Sequential([keras.Input((16, 16, 12)), layer])
