import numpy as np
import pytest
from augmentation import RandomShift
from contract import check_layer
from keras import ops


def shifted(image, down, right):
    padded = np.pad(image, [(2, 2), (2, 2), (0, 0)])
    height, width, _ = image.shape
    return padded[2 + down:2 + down + height, 2 + right:2 + right + width]


def test_contract():
    given = {"pixels": 2, "seed": 3}
    check_layer(
        RandomShift, given, (5, 6, 3), random=True, reference=lambda x: x)
    check_layer(RandomShift, {"pixels": 2}, (5, 6, 3), random=True)


def test_each_image_has_its_own_shift():
    x = np.random.default_rng(0).normal(size=(300, 5, 6, 3))
    x = x.astype("float32")
    y = ops.convert_to_numpy(RandomShift(2, seed=0)(x, training=True))
    steps, found = range(-2, 3), set()
    for image, moved in zip(x, y):
        found |= {(down, right) for down in steps for right in steps
                  if np.array_equal(moved, shifted(image, down, right))}
    assert len(found) == 25


@pytest.mark.parametrize("pixels", [-1, 5])
def test_the_image_must_hold_the_shift(pixels):
    with pytest.raises(ValueError, match=f"up to {pixels} pixels .*, 5, 6, 3"):
        RandomShift(pixels).build((None, 5, 6, 3))
