import numpy as np
from graph_convolution import GraphConv
from keras import ops

draw = np.random.default_rng(0)
one, two = (draw.normal(size=(n, 3)).astype("float32") for n in (3, 4))
ring = np.array([(0, 1), (1, 2), (2, 0)])
path = np.array([(0, 1), (1, 2), (2, 3), (3, 2)])

layer = GraphConv(2)
padded_x = np.stack([np.pad(one, [(0, 1), (0, 0)]), two])
no_edge = [(0, 1), (0, 0)]
padded_edges = np.stack([np.pad(ring, no_edge, constant_values=-1), path])
padded = ops.convert_to_numpy(layer(padded_x, padded_edges))

union_x = np.concatenate([one, two])[None]
union_edges = np.concatenate([ring, path + len(one)])[None]
union = ops.convert_to_numpy(layer(union_x, union_edges))

print(f"{padded_x.shape = }, {padded_edges.shape = }")
print(f"{union_x.shape = }, {union_edges.shape = }")
print(f"{np.allclose(padded[0, :3], union[0, :3], atol=1e-6) = }")
print(f"{np.allclose(padded[1], union[0, 3:], atol=1e-6) = }")
