import keras

inputs = keras.Input((5, 8))
outputs = keras.layers.MultiHeadAttention(2, 4)(inputs, inputs)
model = keras.Model(inputs, outputs)
model.save_weights("old.weights.h5")
editor = keras.saving.KerasFileEditor("old.weights.h5")
print(f"{editor.weights_dict['layers'] = }")
