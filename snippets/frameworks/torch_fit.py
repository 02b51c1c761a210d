import numpy as np
import torch


class Centered(torch.nn.Module):
    def __init__(self, size):
        super().__init__()
        self.kernel = torch.nn.Parameter(torch.empty(size, size))
        torch.nn.init.xavier_uniform_(self.kernel)
        self.register_buffer("mean", torch.zeros(size))

    def forward(self, x):
        mean = self.mean
        if self.training:
            mean = x.mean(dim=0)
            self.mean.lerp_(mean.detach(), 0.1)
        return torch.tanh((x - mean) @ self.kernel)


draw = np.random.default_rng(0)
x, target = draw.normal(size=(2, 6, 3)).astype("float32")
kernel = draw.normal(size=(3, 3)).astype("float32")
layer = Centered(3)
with torch.no_grad():
    layer.kernel.copy_(torch.from_numpy(kernel))
x, target = torch.from_numpy(x), torch.from_numpy(target)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
layer.train()
losses = []
for epoch in range(20):
    loss = torch.nn.functional.mse_loss(layer(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
layer.eval()
with torch.no_grad():
    later = torch.nn.functional.mse_loss(layer(x), target)
print(f"first {losses[0]:.4f}, later {later:.4f}")
print("mean", np.round(layer.mean.numpy(), 4))
print("kernel", np.round(layer.kernel.detach().numpy()[0], 4))
