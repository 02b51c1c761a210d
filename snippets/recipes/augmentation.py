import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class RandomShift(keras.layers.Layer):
    """Moves each image by up to `pixels` each way while training."""

    def __init__(self, pixels=1, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(pixels, int) or pixels < 0:
            raise ValueError(
                f"pixels must be an integer from 0 on, not {pixels!r}"
            )
        self.pixels = pixels
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        known = [size for size in input_shape[1:3] if size]
        if self.pixels >= min(known, default=self.pixels + 1):
            raise ValueError(
                f"a shift by up to {self.pixels} pixels fits no image of the "
                f"shape {tuple(input_shape)}"
            )

    def call(self, x, training=None):
        x = ops.cast(x, self.compute_dtype)
        if not training or self.pixels == 0:
            return x
        images, height, width = ops.shape(x)[:3]
        most = self.pixels
        down, right = (
            keras.random.randint(
                (images, 1), 0, 2 * most + 1, dtype="int32",
                seed=self.generator,
            )
            for _ in range(2)
        )
        rows = ops.arange(height, dtype="int32") + down
        columns = ops.arange(width, dtype="int32") + right
        x = ops.pad(x, [(0, 0), (most, most), (most, most), (0, 0)])
        x = ops.take_along_axis(x, rows[:, :, None, None], axis=1)
        return ops.take_along_axis(x, columns[:, None, :, None], axis=2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"pixels": self.pixels, "seed": self.seed}
        return {**super().get_config(), **config}
