import keras
from keras import ops


class GroupMax(keras.layers.Layer):
    def __init__(self, groups, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(groups, int) or groups < 1:
            raise ValueError(f"groups must be 1 or more, not {groups!r}")
        self.groups = groups

    def build(self, input_shape):
        if input_shape[-1] is None or input_shape[-1] % self.groups:
            raise ValueError(
                f"{self.name}: the last axis must split into {self.groups} "
                f"equal groups, but the input has shape {input_shape}"
            )

    def call(self, x):
        parts = ops.split(x, self.groups, axis=-1)
        return ops.stack([ops.max(part, axis=-1) for part in parts], axis=-1)


x = keras.random.normal((5, 6), seed=0)
for attempt in [
    lambda: GroupMax(2.5),
    lambda: GroupMax(4)(x),
    lambda: keras.Sequential([keras.Input((6,)), GroupMax(4)]),
]:
    try:
        attempt()
    except ValueError as error:
        print(error)
layer = GroupMax(2)
print(tuple(layer(x).shape))
