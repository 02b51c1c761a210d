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
y = model(x)
model.export("model.onnx", format="onnx", verbose=False)

np.save("x.npy", x)
subprocess.run([sys.executable, "-c", """
import sys
import numpy as np
import onnxruntime
session = onnxruntime.InferenceSession("model.onnx")
for tensor in (*session.get_inputs(), *session.get_outputs()):
    print(tensor.name, tensor.shape, tensor.type)
np.save("y.npy", session.run(None, {"x": np.load("x.npy")})[0])
print(f"{'keras' in sys.modules = }, {'tensorflow' in sys.modules = }")
"""], check=True)
print(f"{np.allclose(np.load('y.npy'), y, atol=1e-6) = }")
