"""Every public layer of Keras goes through the contract: no false alarm, and each true fault is on the page found.md."""
import inspect

import keras
import pytest

from tests.layers_of_keras import FAULTS, LAYERS, WITHOUT
from tests.test_contract import contract

pytestmark = pytest.mark.kept("snippets/testing/contract.py")


def public():
    """The name of each class in keras.layers, once: some have several."""
    classes = {name: cls for name, cls in vars(keras.layers).items() if inspect.isclass(cls) and issubclass(cls, keras.Layer)}
    return {cls: name for name, cls in classes.items() if name == cls.__name__ or cls.__name__ not in classes}


def test_every_public_layer_is_tried_or_left_out_for_a_reason():
    assert {getattr(keras.layers, name) for name in LAYERS.keys() | WITHOUT.keys()} == set(public())
    assert FAULTS.keys() <= LAYERS.keys()


@pytest.mark.parametrize("name", LAYERS)
def test_layer_has_the_faults_that_are_known(name):
    kwargs, inputs, facts = LAYERS[name]
    keras.utils.set_random_seed(0)
    broken = contract.broken_promises(getattr(keras.layers, name), kwargs, inputs, **facts)
    expected, _ = FAULTS.get(name, (set(), ""))
    assert {each.promise for each in broken} == expected, "\n\n".join(map(str, broken))


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_on_its_page(name):
    from book.listings import ROOT
    for lang in ("ko", "en"):
        assert f"`{name}`" in (ROOT / f"docs/{lang}/found.md").read_text()
