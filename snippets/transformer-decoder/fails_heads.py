import keras
from transformer_decoder import TransformerDecoder

model = keras.Sequential([
    keras.Input((None, 30)),
    TransformerDecoder(heads=4, hidden=64),
])
