import keras

ids = keras.ops.array([[1, 2, 0], [3, 0, 0]])
embedding = keras.layers.Embedding(4, 2, mask_zero=True)
for sequences in (False, True):
    lstm = keras.layers.LSTM(2, return_sequences=sequences)
    seen = getattr(lstm(embedding(ids)), "_keras_mask", None)
    print(f"{sequences = }, {seen is None = }")
