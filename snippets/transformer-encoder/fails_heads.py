import keras
from transformer_encoder import TransformerEncoder

model = keras.Sequential([
    keras.Input((None, 32)),
    TransformerEncoder(heads=6, hidden=64),
])
