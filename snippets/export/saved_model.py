import subprocess
import sys

import keras
import numpy as np


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


keras.utils.set_random_seed(0)
x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4)
model = keras.Sequential([keras.Input((3,), name="x"), layer])
model.export("exported", verbose=False)

np.save("x.npy", x)
subprocess.run([sys.executable, "-c", """
import numpy as np
import tensorflow as tf
served = tf.saved_model.load("exported")
signature = served.signatures["serving_default"]
print(signature.structured_input_signature)
print(signature.structured_outputs)
np.save("y.npy", served.serve(np.load("x.npy")))
"""], check=True)
print(f"{np.allclose(np.load('y.npy'), model(x)) = }")
