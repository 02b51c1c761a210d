import numpy as np
import torch


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


draw = np.random.default_rng(0)
x = draw.normal(size=(6, 3)).astype("float32")
kernel, gate = draw.normal(size=(2, 3, 4)).astype("float32")
layer = Gated(3, 4)
layer.load_state_dict({
    "kernel": torch.from_numpy(kernel), "gate": torch.from_numpy(gate)})
y = layer(torch.from_numpy(x)).detach().numpy()
expected = x @ kernel / (1 + np.exp(-x @ gate))
print(f"{y.shape = }")
print(f"{bool(np.abs(y - expected).max() < 1e-6) = }")
