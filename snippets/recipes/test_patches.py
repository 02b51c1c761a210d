import numpy as np
import pytest
from contract import check_layer
from keras import ops
from patches import PatchEncoder


def formula(images, position, kernel, bias, size=2):
    _, high, wide, _ = images.shape
    patches = [
        images[:, i : i + size, j : j + size].reshape(len(images), -1)
        for i in range(0, high, size)
        for j in range(0, wide, size)
    ]
    return np.stack(patches, axis=1) @ kernel + bias + position


@pytest.mark.parametrize("image", [(4, 6, 3), (6, 4, 1)])
def test_the_formula_and_the_contract(image):
    kwargs = {"patch": 2, "width": 5}
    check_layer(PatchEncoder, kwargs, image, reference=formula)


def test_a_patch_keeps_its_pixels_together():
    image = np.arange(16, dtype="float32").reshape(1, 4, 4, 1)
    layer = PatchEncoder(2, 3)
    layer.build(image.shape)
    patches = ops.convert_to_numpy(layer.cut(image))[0]
    assert patches.astype(int).tolist()[:2] == [[0, 1, 4, 5], [2, 3, 6, 7]]


@pytest.mark.parametrize("size", [3, 8])
def test_patches_must_fill_the_image(size):
    with pytest.raises(ValueError, match=f"patches of {size} by {size} pix"):
        PatchEncoder(size, 5).build((None, 4, 6, 3))


@pytest.mark.parametrize("size", [0, 2.0])
def test_sizes_are_whole_numbers(size):
    with pytest.raises(ValueError, match=f"patch must .* not {size}"):
        PatchEncoder(size, 5)


def test_numbers_of_numpy():
    layer = PatchEncoder(np.int64(2), np.int64(5))
    assert layer(np.ones((1, 4, 6, 3), "float32")).shape == (1, 6, 5)


def test_an_unknown_size():
    with pytest.raises(ValueError, match="must know height, width"):
        PatchEncoder(2, 5).build((None, None, 6, 3))


def test_another_size_is_refused():
    layer = PatchEncoder(2, 5)
    layer.build((None, 4, 4, 1))
    with pytest.raises(ValueError, match="expected axis 1"):
        layer(np.ones((2, 8, 4, 1), "float32"))
