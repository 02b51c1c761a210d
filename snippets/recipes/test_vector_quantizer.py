import numpy as np
import pytest
from contract import check_layer
from vector_quantizer import VectorQuantizer


def nearest(x, codebook):
    far = np.square(x[..., None, :] - codebook).sum(axis=-1)
    return codebook[far.argmin(axis=-1)]


@pytest.mark.parametrize("shape", [(3,), (5, 3), (2, 4, 3)])
def test_contract(shape):
    kwargs = {"codes": 7, "commitment": 0.5}
    check_layer(VectorQuantizer, kwargs, shape, reference=nearest)


def test_loss():
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    layer = VectorQuantizer(7, commitment=0.5)
    layer(x)
    far = np.square(x - nearest(x, *layer.get_weights())).mean()
    np.testing.assert_allclose(float(layer.losses[0]), 1.5 * far, rtol=1e-5)


def test_one_code_is_no_choice():
    with pytest.raises(ValueError, match="2 codes or more .*, not 1"):
        VectorQuantizer(1)


def test_needs_to_know_the_length():
    with pytest.raises(ValueError, match=r"\(None, None\)"):
        VectorQuantizer(7).build((None, None))
