import keras
from residual_unit import ResidualUnit

model = keras.Sequential([keras.Input((64,)), ResidualUnit(filters=8)])
