import keras
from patches import PatchEncoder

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    PatchEncoder(patch=3, width=32),
])
