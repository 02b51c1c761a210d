import keras
from standardize import Standardize

model = keras.Sequential([keras.Input((13,)), Standardize()])
