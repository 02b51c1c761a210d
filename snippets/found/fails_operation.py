import keras

square = keras.layers.Lambda(keras.ops.square)
keras.Sequential([keras.Input((3,)), square]).save("square.keras")
keras.models.load_model("square.keras")
