"""Every public layer of Keras goes through the contract: no false alarm, and each true fault is on the page found.md."""
import inspect
import json
import time
from pathlib import Path

import keras
import numpy as np
import pytest

from book import kept
from tests import layers_of_keras
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


def first_step():
    """Of fit, of the smallest model: 1/16 s of a quiet machine, and more of a busy one, on which the contract takes more, too."""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    model.train_on_batch(np.zeros((6, 4)), np.zeros((6, 4)))


@pytest.fixture(scope="module", autouse=True)
def warm():
    """The very first step is slower, for parts of Keras and TensorFlow come at their first use."""
    first_step()


def worked(do):
    """The seconds for which the processor worked on this, and what came of it."""
    start = time.process_time()
    done = do()
    return time.process_time() - start, done


def tried(name):
    """The seconds of a quiet machine for this layer, and {promise: message} of what it breaks; now or before."""
    def make():
        kwargs, inputs, facts = LAYERS[name]
        before, _ = worked(first_step)
        keras.utils.set_random_seed(0)
        took, broken = worked(lambda: contract.broken_promises(getattr(keras.layers, name), kwargs, inputs, **facts))
        after, _ = worked(first_step)
        return json.dumps([took / (before + after) / 8, {each.promise: str(each) for each in broken}])
    made_of = [keras.backend.backend(), Path(contract.__file__), Path(layers_of_keras.__file__), Path(__file__)]
    return json.loads(kept.kept("layers", name, made_of, make))


@pytest.mark.parametrize("name", LAYERS)
def test_layer_has_the_faults_that_are_known(name):
    _, broken = tried(name)
    expected, _ = FAULTS.get(name, (set(), ""))
    assert broken.keys() == expected, "\n\n".join(broken.values())


def test_a_layer_takes_a_second_and_none_takes_eight():
    seconds = {name: tried(name)[0] for name in LAYERS}
    longest = max(seconds, key=seconds.get)
    assert seconds[longest] <= 8, f"the contract works {seconds[longest]:.1f} s on {longest}"
    assert sum(seconds.values()) <= len(seconds), f"the contract works {sum(seconds.values()) / len(seconds):.2f} s on a layer, on average"


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_on_its_page(name):
    from book.listings import ROOT
    for lang in ("ko", "en"):
        assert f"`{name}`" in (ROOT / f"docs/{lang}/found.md").read_text()
