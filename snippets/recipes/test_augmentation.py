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


@pytest.mark.parametrize("training", [True, False])
def test_images_of_bytes(training):
    x = np.full((2, 5, 6, 3), 7, "uint8")
    y = RandomShift(1)(x, training=training)
    assert ops.convert_to_numpy(y).dtype == "float32"


def test_the_image_must_hold_the_shift():
    with pytest.raises(ValueError, match="up to 5 pixels .*, 5, 6, 3"):
        RandomShift(5).build((None, 5, 6, 3))


@pytest.mark.parametrize("pixels", [-1, 0.1, 1.5])
def test_pixels(pixels):
    with pytest.raises(ValueError, match=f"pixels must .* not {pixels}"):
        RandomShift(pixels)
