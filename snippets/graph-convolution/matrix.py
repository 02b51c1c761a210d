import numpy as np
from graph_convolution import GraphConv
from keras import ops

roads = [(0, 1), (0, 2), (0, 3), (0, 4), (4, 5), (5, 6), (6, 7), (7, 4)]
edges = np.array([roads + [(b, a) for a, b in roads]])
nodes = np.eye(8, dtype="float32")[None]
x = (nodes, edges)
layer = GraphConv(8)
layer.build(nodes.shape, edges.shape)
layer.set_weights([np.eye(8), np.zeros(8)])

y = ops.convert_to_numpy(layer(*x))
print(f"{nodes.shape = }, {edges.shape = }, {y.shape = }")
print((100 * y[0]).round().astype(int))
