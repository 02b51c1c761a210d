import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from flax import linen
from keras import ops


class Normed(linen.Module):
    units: int

    @linen.compact
    def __call__(self, inputs, training=False):
        y = linen.Dense(self.units)(inputs)
        return linen.BatchNorm(use_running_average=not training)(y)


x = keras.random.normal((6, 3), seed=0)
module = Normed(4)
variables = module.init(jax.random.key(0), x)
layer = keras.layers.FlaxLayer(module, variables=variables)
print(f"{bool(ops.all(layer(x) == module.apply(variables, x))) = }")
print(f"{len(layer.trainable_weights) = }")
print(f"{len(layer.non_trainable_weights) = }")
before = [ops.convert_to_numpy(w) for w in layer.non_trainable_weights]
layer(x, training=True)
after = [ops.convert_to_numpy(w) for w in layer.non_trainable_weights]
print(f"{any((b == a).all() for b, a in zip(before, after)) = }")
