import keras
from squeeze_excite import SqueezeExcite

model = keras.Sequential([keras.Input((8, 8, 3)), SqueezeExcite(ratio=4)])
