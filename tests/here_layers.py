"""Layers and functions that Keras on NumPy takes from JAX or SciPy, computed on TensorFlow and in the page by test_here.py."""
import keras
import numpy as np
from keras import layers, ops

draw = np.random.default_rng(1)
image = draw.normal(size=(2, 9, 7, 4)).astype("float32")
line = image[:, :, 0]
video = draw.normal(size=(2, 5, 6, 4, 2)).astype("float32")


def filled(layer, x):
    layer.build(x.shape)
    layer.set_weights([draw.normal(size=w.shape) for w in layer.get_weights()])
    return layer(x)


made = [
    (image, layers.Conv2D(4, 3)), (image, layers.Conv2D(6, 3, strides=2, padding="same")), (image, layers.Conv2D(4, 2, dilation_rate=2)),
    (image, layers.Conv2DTranspose(3, 3, strides=2)), (image, layers.Conv2DTranspose(3, 3, strides=2, padding="same")),
    (image, layers.DepthwiseConv2D(3, depth_multiplier=2)), (image, layers.SeparableConv2D(5, 3)), (image, layers.MaxPooling2D()),
    (image, layers.MaxPooling2D(3, 2, padding="same")), (image, layers.AveragePooling2D(3, 2, padding="same")), (image, layers.AveragePooling2D(2)),
    (line, layers.Conv1D(4, 3, padding="causal")), (line, layers.Conv1DTranspose(3, 3, strides=2)), (line, layers.MaxPooling1D()),
    (video, layers.Conv3D(3, 2)), (video, layers.MaxPooling3D()),
]
for x, layer in made:
    y = ops.convert_to_numpy(filled(layer, x))
    print(type(layer).__name__, y.shape, *[f"{value:.3f}" for value in (y.sum(), np.abs(y).sum(), y.ravel()[-1])])
for name, y in {
    "gelu": ops.gelu(line, approximate=False), "logsumexp": ops.logsumexp(line, axis=-1), "erf": ops.erf(line), "erfinv": ops.erfinv(np.tanh(line)),
    "fft": ops.fft((line, line))[0], "fft2": ops.fft2((line, line))[1], "lu_factor": ops.lu_factor(line[0, :4])[0],
    "solve_triangular": ops.solve_triangular(np.tril(line[0, :4]) + 3 * np.eye(4, dtype="float32"), line[0, 4:8], lower=True),
}.items():
    y = ops.convert_to_numpy(y)
    print(name, y.shape, *[f"{value:.3f}" for value in (y.sum(), np.abs(y).sum(), y.ravel()[-1])])
