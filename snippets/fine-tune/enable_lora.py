import keras
import numpy as np
from keras import layers

x = keras.random.normal((32, 64), seed=0)
y = keras.random.normal((32, 8), seed=1)
made = keras.Sequential([
    keras.Input((64,)), layers.Dense(64), layers.Dense(8)])
made.compile("sgd", "mse")
made.save("model.keras")

model = keras.models.load_model("model.keras")
for layer in model.layers:
    layer.enable_lora(rank=2)
print(f"{np.allclose(model(x), made(x), atol=1e-5) = }")
model.compile("adam", "mse")
model.fit(x, y, epochs=3, verbose=0)
learnt = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
print(f"{learnt = } of {made.count_params()}")

tuned = model(x)
model.save("tuned.keras")
loaded = keras.models.load_model("tuned.keras")
first = loaded.layers[0]
print(f"{np.allclose(loaded(x), tuned, atol=1e-5) = }")
print(f"{first.lora_enabled = }, {bool(np.any(first.lora_kernel_b)) = }")
