import keras
import numpy as np


def center(x):
    return x - keras.ops.mean(x)
