import keras

before = keras.config.dtype_policy()
keras.config.set_dtype_policy("mixed_float16")
model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(4, activation="relu"),
    keras.layers.Dense(2, activation="softmax", dtype="float32"),
])
keras.config.set_dtype_policy(before)

for part in model.layers:
    print(f"{part.dtype_policy.name = }, {part.output.dtype = }")

model.compile("adam", "mse")
print(type(model.optimizer).__name__)
