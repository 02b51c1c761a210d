import keras

cosine = keras.layers.Lambda(keras.ops.cos)
keras.Sequential([keras.Input((3,)), cosine]).save("cosine.keras")
keras.models.load_model("cosine.keras")
