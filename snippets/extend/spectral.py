import keras
import numpy as np

x = keras.random.normal((6, 3), seed=0)
dense = keras.layers.Dense(4, kernel_initializer="ones")
layer = keras.layers.SpectralNormalization(dense, power_iterations=5)
layer(x)
print([weight.name for weight in layer.weights])
for training in (False, True):
    layer(x, training=training)
    norm = np.linalg.norm(dense.kernel.numpy(), ord=2)
    print(f"{training = }: {norm = :.2f}")
