import numpy as np
import pytest
from contract import check_layer
from graph_convolution import GraphConv
from keras import ops


def drawn(rows):
    draw = np.random.default_rng(0)
    edges = draw.integers(0, 5, (rows, 9, 2))
    edges[:, 7:] = -1
    return draw.normal(size=(rows, 5, 3)).astype("float32"), edges


def formula(x, edges, kernel, bias):
    nodes = x.shape[1]
    outputs = []
    for features, ends in zip(x, edges):
        adjacency = np.eye(nodes)
        for source, target in ends[ends[:, 0] >= 0]:
            adjacency[target, source] += 1
        scale = 1 / np.sqrt(1 + sum(
            np.eye(nodes)[target] for _, target in ends if target >= 0))
        matrix = scale[:, None] * adjacency * scale
        outputs.append(matrix @ features @ kernel + bias)
    return np.array(outputs)


def test_against_the_dense_matrix():
    check_layer(GraphConv, {"units": 4}, drawn, reference=formula)


def test_activation():
    def tanh(*inputs):
        return np.tanh(formula(*inputs))
    given = {"units": 4, "activation": "tanh"}
    check_layer(GraphConv, given, drawn, reference=tanh)


def test_fixed_batch_and_masks():
    x, edges = drawn(6)
    check_layer(GraphConv, {"units": 4}, (x, edges), masked=True)


def test_a_number_beyond_the_nodes_touches_no_other_graph():
    x, edges = drawn(2)
    layer = GraphConv(4)
    y = ops.convert_to_numpy(layer(x, edges))
    edges[:, 8] = 2, 5
    again = ops.convert_to_numpy(layer(x, edges))
    assert np.allclose(y, again, atol=1e-6)


@pytest.mark.parametrize("shape", [(1, 2, 9), (9, 2)])
def test_edges_of_another_shape(shape):
    with pytest.raises(ValueError, match=f"shape .{str(shape)[1:-1]}"):
        GraphConv(4).build((1, 5, 3), shape)


def test_a_built_layer_still_asks_for_the_shape():
    x, edges = drawn(2)
    layer = GraphConv(4)
    layer(x, edges)
    with pytest.raises(ValueError, match=r"have the shape \(2, 2, 9\)"):
        layer(x, np.swapaxes(edges, 1, 2))


@pytest.mark.parametrize("shapes", [
    [(6, 5, 3), (4, 9, 2)], [(5, 3), (1, 9, 2)]])
def test_nodes_and_edges_of_as_many_graphs(shapes):
    with pytest.raises(ValueError, match="of as many graphs as the edges"):
        GraphConv(4).build(*shapes)


def test_edges_are_integers():
    x, edges = drawn(2)
    with pytest.raises(ValueError, match="must be integers, not .*float"):
        GraphConv(4)(x, edges.astype("float32"))


@pytest.mark.parametrize("units", [0, 2.5])
def test_units(units):
    with pytest.raises(ValueError, match=f"units must .* not {units}"):
        GraphConv(units)


@pytest.mark.parametrize("dtype", ["mixed_float16", "mixed_bfloat16"])
def test_a_hub_in_half_precision(dtype):
    leaves = np.arange(1, 5001)
    edges = np.stack([leaves, np.zeros_like(leaves)], axis=-1)[None]
    layer = GraphConv(1, kernel_initializer="ones", dtype=dtype)
    y = layer(np.ones((1, 5001, 1), "float32"), edges)[0, 0, 0]
    wanted = (1 + 5000 * np.sqrt(5001)) / 5001
    np.testing.assert_allclose(float(y), wanted, rtol=0.01)
