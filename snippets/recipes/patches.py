import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="recipes")
class PatchEncoder(layers.Layer):
    """Cuts each image into square patches and makes a vector of each."""

    def __init__(self, patch, width, **kwargs):
        super().__init__(**kwargs)
        for name, size in (("patch", patch), ("width", width)):
            if not isinstance(size, (int, np.integer)) or size < 1:
                raise ValueError(
                    f"{name} must be a whole number of at least 1, not {size}"
                )
        self.patch = int(patch)
        self.width = int(width)
        self.input_spec = layers.InputSpec(ndim=4)

    def build(self, input_shape):
        _, high, wide, channels = input_shape
        if not (high and wide and channels):
            raise ValueError(
                "PatchEncoder must know height, width and channels; the input "
                f"has the shape {tuple(input_shape)}"
            )
        if high % self.patch or wide % self.patch:
            raise ValueError(
                f"PatchEncoder cuts patches of {self.patch} by {self.patch} "
                f"pixels, which don't fill an image of {high} by {wide}; "
                f"the input has the shape {tuple(input_shape)}"
            )
        self.grid = high // self.patch, wide // self.patch
        count = self.grid[0] * self.grid[1]
        pixels = self.patch**2 * channels
        self.project = layers.Dense(self.width, dtype=self.dtype_policy)
        self.project.build((None, count, pixels))
        self.position = self.add_weight(
            shape=(count, self.width), initializer="normal", name="position"
        )
        sizes = {1: high, 2: wide, 3: channels}
        self.input_spec = layers.InputSpec(ndim=4, axes=sizes)

    def cut(self, images):
        """The patches of each image, a row of pixels for each."""
        (down, across), size = self.grid, self.patch
        channels = images.shape[-1]
        x = ops.reshape(images, (-1, down, size, across, size, channels))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
        return ops.reshape(x, (-1, down * across, size * size * channels))

    def call(self, images):
        return self.project(self.cut(images)) + self.position

    def compute_output_shape(self, input_shape):
        batch, high, wide, _ = input_shape
        count = (high // self.patch) * (wide // self.patch)
        return batch, count, self.width

    def get_config(self):
        config = {"patch": self.patch, "width": self.width}
        return {**super().get_config(), **config}
