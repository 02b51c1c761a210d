import keras
from tied_dense import TiedDense

words = keras.layers.Embedding(1000, 32)
sentence = keras.Input((None,), dtype="int32")
state = keras.layers.LSTM(64)(words(sentence))
scores = TiedDense(words)(state)
