import numpy as np
from contract import broken_promises
from margin_endpoint import MarginEndpoint

rng = np.random.default_rng(0)
x = rng.normal(size=(3, 5)).astype("float32")
labels = np.array([0, 3, 1], "int32")
layer = MarginEndpoint(classes=4, margin=0.3, scale=8.0)
share = layer(x, labels=labels)

(centers,) = layer.get_weights()
x_unit = x / np.linalg.norm(x, axis=1, keepdims=True)
center_unit = centers / np.linalg.norm(centers, axis=1, keepdims=True)
cosine = x_unit @ center_unit.T
true = np.eye(4)[labels]
margin = 0.3 * true
power = np.exp(8 * (cosine - margin))
loss = -np.log((power * true).sum(1) / power.sum(1)).mean()
print(f"{np.allclose(layer.losses[0], loss, rtol=1e-5) = }")
same = layer(x)
print(f"{np.allclose(same, share) = }, {len(layer.losses) = }")

kwargs = {"classes": 4, "margin": 0.3, "scale": 8.0}
broken = broken_promises(
    MarginEndpoint, kwargs, x, call={"labels": labels})
print(f"{broken = }")
