import keras
from keras import ops

layer = keras.layers.Lambda(lambda x: ops.exp(x))
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras", safe_mode=False)
loaded(keras.random.normal((6, 3), seed=0))
