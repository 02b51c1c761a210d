import keras
import pytest
from contract import check_layer


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


LAYERS = {
    "scale": (Scale, {"factor": 5.0}, (3,)),
    "dropout": (keras.layers.Dropout, {"rate": 0.5}, (3,)),
    "norm": (keras.layers.LayerNormalization, {"epsilon": 0.01}, (3,)),
}


@pytest.mark.parametrize("name", LAYERS)
def test_layer_keeps_its_promises(name):
    cls, settings, inputs = LAYERS[name]
    check_layer(cls, settings, inputs)


if __name__ == "__main__":
    pytest.main([__file__, "-qq", "-p", "no:cacheprovider"])
