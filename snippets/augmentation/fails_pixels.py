import keras
from augmentation import RandomShift

layer = RandomShift(pixels=8)
model = keras.Sequential([keras.Input((8, 8, 1)), layer])
