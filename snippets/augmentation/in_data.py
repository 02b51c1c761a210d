import numpy as np
import tensorflow as tf
from augmentation import RandomShift

x = np.random.default_rng(0).random((64, 8, 8, 1)).astype("float32")
images = tf.data.Dataset.from_tensor_slices(x).batch(32)
layer = RandomShift(pixels=2, seed=0)

for name, data in (
    ("layer(x)", images.map(lambda x: layer(x))),
    ("training=True", images.map(lambda x: layer(x, training=True))),
):
    one, two = (np.concatenate(list(data.as_numpy_iterator()))
                for epoch in range(2))
    print(f"{name}: {np.array_equal(one, x) = }, {np.array_equal(one, two) = }")
