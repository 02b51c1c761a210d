import keras

inputs = keras.Input((3,))
mean = keras.ops.mean(inputs, axis=-1, keepdims=True)
model = keras.Model(inputs, inputs - mean)
model.save("model.keras")

loaded = keras.models.load_model("model.keras")
print([operation.name for operation in loaded.operations])
print(loaded.predict(keras.ops.array([[1.0, 2.0, 6.0]]), verbose=0))
