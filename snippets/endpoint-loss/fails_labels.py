import keras
from margin_endpoint import MarginEndpoint

code = keras.Input((8,))
labels = keras.Input((1,), dtype="int32")
share = MarginEndpoint(classes=10)(code, labels=labels)
