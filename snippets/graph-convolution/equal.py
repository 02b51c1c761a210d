import numpy as np
from contract import broken_promises
from graph_convolution import GraphConv
from keras import ops

draw = np.random.default_rng(0)
nodes = draw.normal(size=(6, 5, 3)).astype("float32")
edges = draw.integers(0, 5, (6, 9, 2))
x = (nodes, edges)
layer = GraphConv(4)
y = ops.convert_to_numpy(layer(*x))
kernel, bias = layer.get_weights()

adjacency = np.zeros((6, 5, 5))
for graph, (source, target) in zip(np.repeat(range(6), 9),
                                   edges.reshape(-1, 2)):
    adjacency[graph, target, source] += 1
degree = 1 + adjacency.sum(axis=-1, keepdims=True)
scale = 1 / np.sqrt(degree)
matrix = scale * (adjacency + np.eye(5)) * scale.transpose(0, 2, 1)
dense = matrix @ nodes @ kernel + bias
print(f"{np.allclose(y, dense, atol=1e-5) = }")
broken = broken_promises(GraphConv, {"units": 4}, x)
print(f"{broken = }")
