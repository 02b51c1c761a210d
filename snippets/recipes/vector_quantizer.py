import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class VectorQuantizer(keras.layers.Layer):
    """Replaces each vector by the nearest one of a codebook."""

    def __init__(self, codes, commitment=0.25, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(codes, int) or codes < 2:
            raise ValueError(
                f"VectorQuantizer needs 2 codes or more to choose from, not "
                f"{codes!r}"
            )
        self.codes = codes
        self.commitment = commitment

    def build(self, input_shape):
        if not input_shape[-1]:
            raise ValueError(
                f"VectorQuantizer of {self.codes} codes needs to know how long "
                f"a vector is; the input has the shape {tuple(input_shape)}"
            )
        self.codebook = self.add_weight(
            shape=(self.codes, input_shape[-1]),
            initializer="random_normal",
            name="codebook",
            autocast=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: input_shape[-1]}
        )

    def nearest(self, x):
        center = ops.mean(self.codebook, axis=0)
        codes = self.codebook - center
        x = ops.cast(x, codes.dtype) - center
        length = ops.sum(ops.square(codes), axis=-1)
        product = ops.matmul(x, ops.transpose(codes))
        return ops.argmin(length - 2 * product, axis=-1)

    def call(self, x):
        codes = ops.take(self.codebook, self.nearest(x), axis=0)
        wide = ops.cast(x, codes.dtype)
        learn = ops.mean(ops.square(ops.stop_gradient(wide) - codes))
        commit = ops.mean(ops.square(wide - ops.stop_gradient(codes)))
        loss = learn + self.commitment * commit
        self.add_loss(ops.cast(loss, keras.config.floatx()))
        straight = wide + ops.stop_gradient(codes - wide)
        return ops.cast(straight, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"codes": self.codes, "commitment": self.commitment}
        return {**super().get_config(), **config}
