import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Gated(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.gate = self.add_weight(shape=shape, name="gate")

    def call(self, x):
        opened = ops.sigmoid(ops.matmul(x, self.gate))
        return ops.matmul(x, self.kernel) * opened

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.gated = Gated(4, name="gated")
        self.last = torch.nn.Linear(4, 1)

    def forward(self, x):
        return self.last(self.gated(x))


net = Net()
print(f"{[name for name, _ in net.named_parameters()] = }")
net.gated.build((None, 3))
print(*[name for name, _ in net.named_parameters()], sep="\n")

x = torch.ones(6, 3)
before = net.gated.kernel.numpy().copy()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
net(x).square().mean().backward()
optimizer.step()
print(f"{bool((net.gated.kernel.numpy() == before).all()) = }")

twin = Net()
twin.gated.build((None, 3))
twin.load_state_dict(net.state_dict())
print(f"{bool((twin(x) == net(x)).all()) = }")
