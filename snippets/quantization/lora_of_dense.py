import keras


def trainable(layer):
    return sum(weight.numpy().size for weight in layer.trainable_weights)


keras.utils.set_random_seed(0)
x = keras.random.normal((32, 64), seed=0)
dense = keras.layers.Dense(64)
model = keras.Sequential([keras.Input((64,)), dense])
print(f"{trainable(dense) = }")
dense.enable_lora(2)
print(f"{trainable(dense) = }")
print([weight.name for weight in dense.trainable_weights])

model.compile(keras.optimizers.Adam(0.01), loss="mse")
model.fit(x, x[:, ::-1], epochs=5, verbose=0)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
again = loaded.layers[0]
same = keras.ops.max(keras.ops.abs(loaded(x) - model(x))) < 1e-5
print(f"{bool(same) = }, {again.lora_rank = }")
print(f"{bool(keras.ops.any(dense.lora_kernel_b != 0)) = }")
print(f"{bool(keras.ops.any(again.lora_kernel_b != 0)) = }")
