import keras
from keras import layers


def make(classes):
    return keras.Sequential([
        keras.Input((3,)), layers.Dense(4), layers.Dense(classes)])


keras.utils.set_random_seed(0)
make(2).save_weights("old.weights.h5")
make(5).load_weights("old.weights.h5")
