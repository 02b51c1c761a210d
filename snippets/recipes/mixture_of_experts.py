import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class MixtureOfExperts(keras.layers.Layer):
    """Sends each vector through the few dense networks that a router picks."""

    def __init__(self, experts, top=2, hidden=32, balance=0.01, **kwargs):
        super().__init__(**kwargs)
        for name, size in (
            ("experts", experts), ("top", top), ("hidden", hidden)
        ):
            if not isinstance(size, int) or size < 1:
                raise ValueError(
                    f"{name} must be an integer from 1 on, not {size!r}"
                )
        if top > experts:
            raise ValueError(
                f"MixtureOfExperts can't pick the top {top} of {experts} "
                f"experts"
            )
        self.experts = experts
        self.top = top
        self.hidden = hidden
        self.balance = balance
        self.supports_masking = True

    def build(self, input_shape):
        width, n, hidden = input_shape[-1], self.experts, self.hidden
        self.router = self.add_weight(
            shape=(width, n), name="router", autocast=False
        )
        self.kernel = self.add_weight(
            shape=(n, width, hidden), initializer="he_normal", name="kernel"
        )
        self.bias = self.add_weight(
            shape=(n, hidden), initializer="zeros", name="bias"
        )
        self.out_kernel = self.add_weight(
            shape=(n, hidden, width), initializer="he_normal", name="out_kernel"
        )
        self.out_bias = self.add_weight(
            shape=(n, width), initializer="zeros", name="out_bias"
        )

    def route(self, x):
        x = ops.cast(x, self.router.dtype)
        share = ops.softmax(ops.matmul(x, self.router))
        _, best = ops.top_k(share, self.top)
        each = ops.one_hot(best, self.experts, dtype=share.dtype)
        picked = ops.sum(each, axis=-2)
        return share, picked

    def call(self, x, mask=None):
        share, picked = self.route(x)
        loss = self.balance * self.imbalance(share, picked, mask)
        self.add_loss(ops.cast(loss, keras.config.floatx()))
        hidden = ops.einsum("...d,edh->...eh", x, self.kernel) + self.bias
        y = ops.einsum("...eh,ehd->...ed", ops.relu(hidden), self.out_kernel)
        gate = ops.cast(share * picked, y.dtype)
        return ops.einsum("...ed,...e->...d", y + self.out_bias, gate)

    def imbalance(self, share, picked, mask):
        if mask is None:
            mask = ops.ones_like(share[..., 0])
        weight = ops.expand_dims(ops.cast(mask, share.dtype), -1)
        axes = list(range(len(share.shape) - 1))
        count = ops.maximum(ops.sum(weight), 1)
        asked = ops.sum(share * weight, axis=axes) / count
        given = ops.sum(picked * weight, axis=axes) / (count * self.top)
        return self.experts * ops.sum(asked * given)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "experts": self.experts,
            "top": self.top,
            "hidden": self.hidden,
            "balance": self.balance,
        }
        return {**super().get_config(), **config}
