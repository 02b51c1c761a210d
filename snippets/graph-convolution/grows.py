import numpy as np
from graph_convolution import GraphConv
from keras import ops

leaves = [(0, leaf) for leaf in range(1, 21)]
edges = np.array([leaves + [(b, a) for a, b in leaves]])
nodes = np.ones((1, 21, 1), "float32")
x = (nodes, edges)
layer = GraphConv(1)
layer.build(nodes.shape, edges.shape)
layer.set_weights([np.ones((1, 1)), np.zeros(1)])

adjacency = np.eye(21)
adjacency[edges[0, :, 1], edges[0, :, 0]] = 1
summed = normalized = nodes
for _ in range(6):
    summed = adjacency @ summed
    normalized = layer(normalized, edges)
print(f"{summed.max() = :.0f}, {float(ops.max(normalized)) = :.0f}")
