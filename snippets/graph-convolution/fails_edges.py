import keras
from graph_convolution import GraphConv

nodes = keras.Input((5, 3))
edges = keras.Input((2, 9), dtype="int32")
y = GraphConv(4)(nodes, edges)
