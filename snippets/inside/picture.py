import keras
import numpy as np
from inspect_layer import inspect_layer

image = np.zeros((1, 10, 10, 1), "float32")
image[0, 2:8, 2:8] = 1.0
edge = np.array([[-1.0, 1.0]]).reshape(1, 2, 1, 1)
layer = keras.layers.Conv2D(1, (1, 2), activation="relu", name="edges")
layer.build(image.shape)
layer.kernel.assign(edge)
outputs = inspect_layer(layer, image).outputs
print(outputs["edges"][0, :, :, 0])
