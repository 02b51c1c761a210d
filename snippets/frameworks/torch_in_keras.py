import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
from keras import ops


class Gated(torch.nn.Module):
    def __init__(self, inputs, units):
        super().__init__()
        self.kernel = torch.nn.Parameter(torch.empty(inputs, units))
        self.gate = torch.nn.Parameter(torch.empty(inputs, units))
        torch.nn.init.xavier_uniform_(self.kernel)
        torch.nn.init.xavier_uniform_(self.gate)

    def forward(self, x):
        opened = torch.sigmoid(x @ self.gate)
        return x @ self.kernel * opened


module = Gated(3, 4)
for shape in None, (None, 4):
    layer = keras.layers.TorchModuleWrapper(module, output_shape=shape)
    model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
    print(f"output_shape={shape}: {model.layers[-1].built = }")

x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == module(x))) = }")
before = module.kernel.detach().clone()
model.compile("sgd", "mse")
model.fit(x, ops.ones((6, 1)), verbose=0)
print(f"{bool(ops.all(module.kernel == before)) = }")

model.save("model.keras")
again = keras.models.load_model("model.keras", safe_mode=False)
print(f"{bool(ops.all(again(x) == model(x))) = }")
try:
    keras.models.load_model("model.keras")
except ValueError as error:
    print(f"{'safe_mode=False' in str(error) = }")
