import keras

gray = keras.layers.RandomGrayscale(0.5, seed=1)
again = keras.layers.RandomGrayscale.from_config(gray.get_config())
print(f"{gray.seed = }")
print(f"{again.seed = }")
