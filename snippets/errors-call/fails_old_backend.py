import keras
from keras import backend as K


class Exp(keras.layers.Layer):
    def call(self, x):
        return K.exp(x)


layer = Exp()
layer(keras.random.normal((6, 3), seed=0))
