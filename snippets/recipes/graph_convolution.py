import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class GraphConv(keras.layers.Layer):
    """Mixes each node of a graph with its neighbours.

    x: (graphs, nodes, features); edges: integers, (graphs, edges, 2), each
    from a node to a node. Padding is -1 in edges.
    """

    def __init__(
        self, units, activation=None, kernel_initializer="glorot_uniform",
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"units must be an integer from 1 on, not {units!r}"
            )
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.supports_masking = True

    def check_edges(self, shape):
        if len(shape) != 3 or shape[-1] != 2:
            raise ValueError(
                f"edges have the shape {tuple(shape)}; it must be "
                "(graphs, edges, 2), with two node numbers for each edge"
            )

    def build(self, x_shape, edges_shape):
        self.check_edges(edges_shape)
        graphs = {x_shape[0], edges_shape[0]} - {None}
        if len(x_shape) != 3 or len(graphs) > 1:
            raise ValueError(
                f"nodes have the shape {tuple(x_shape)}, edges have the shape "
                f"{tuple(edges_shape)}; nodes must be (graphs, nodes, "
                "features), of as many graphs as the edges"
            )
        self.kernel = self.add_weight(
            name="kernel", shape=(x_shape[-1], self.units),
            initializer=self.kernel_initializer,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )

    def call(self, x, edges):
        self.check_edges(edges.shape)
        if not keras.backend.is_int_dtype(edges.dtype):
            raise ValueError(f"edges must be integers, not {edges.dtype}")
        graphs, nodes = ops.shape(x)[:2]
        edges = ops.cast(edges, "int32")
        known = ops.all((edges >= 0) & (edges < nodes), axis=-1)
        first = ops.arange(graphs, dtype="int32")[:, None, None] * nodes
        ends = ops.where(known[..., None], edges + first, 0)
        source, target = (ops.reshape(ends[..., i], (-1,)) for i in (0, 1))
        known = ops.reshape(ops.cast(known, "float32"), (-1,))

        total = graphs * nodes
        degree = 1 + ops.segment_sum(known, target, num_segments=total)
        scale = ops.rsqrt(degree)[:, None]
        h = ops.cast(ops.matmul(x, self.kernel), "float32")
        h = ops.reshape(h, (-1, self.units)) * scale
        sent = ops.take(h, source, axis=0) * known[:, None]
        h = h + ops.segment_sum(sent, target, num_segments=total)
        y = ops.cast(h * scale, self.compute_dtype)
        y = ops.reshape(y, (graphs, nodes, self.units))
        return self.activation(y + self.bias)

    def compute_output_shape(self, x_shape, edges_shape):
        return (*x_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
        }
        return {**super().get_config(), **config}
