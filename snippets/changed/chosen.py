import keras

layers = [keras.layers.Dense(4, name=name) for name in ("one", "two")]
model = keras.Sequential([keras.Input((3,)), *layers])
try:
    model.quantize("int8", filters="two")
    print([layer.dtype_policy.name for layer in layers])
except (TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
