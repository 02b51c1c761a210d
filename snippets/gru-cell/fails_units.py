import keras
from gru_cell import GRUCell

model = keras.Sequential([
    keras.Input((None, 8)),
    keras.layers.RNN(GRUCell(units=0)),
])
