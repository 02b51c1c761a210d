import warnings

import keras

x = keras.random.normal((6, 3), seed=0)
warnings.simplefilter("error")
factor = keras.Variable(1.0)
model = keras.Sequential([keras.layers.Lambda(lambda x: x * factor)])
model.compile(loss="mse")
model.fit(x, x, verbose=0)
