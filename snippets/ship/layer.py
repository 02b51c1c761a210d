import doctest
import inspect

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book_layers")
class Scale(keras.layers.Layer):
    """Multiplies each feature by a weight that is learnt.

    Args:
        initializer: Name, function or object that makes the first values.
        **kwargs: Arguments of every layer, as `name` and `dtype`.

    Input shape: `(batch, ..., features)`. Output shape: the same.

    >>> tuple(Scale("zeros")(keras.ops.ones((2, 3))).shape)
    (2, 3)
    """

    def __init__(self, initializer: str | dict | object = "ones", **kwargs):
        super().__init__(**kwargs)
        self.initializer = keras.initializers.get(initializer)

    def build(self, input_shape: tuple) -> None:
        self.factor = self.add_weight(
            shape=(input_shape[-1],), initializer=self.initializer,
            name="factor")

    def call(self, inputs):
        return ops.multiply(inputs, self.factor)

    def compute_output_shape(self, input_shape: tuple) -> tuple:
        return tuple(input_shape)

    def get_config(self) -> dict:
        start = keras.initializers.serialize(self.initializer)
        return {**super().get_config(), "initializer": start}


x = keras.random.normal((6, 3), seed=0)
layer = Scale("he_normal")
print(inspect.signature(Scale))
names = {"Scale": Scale, "keras": keras}
parser = doctest.DocTestParser()
example = parser.get_doctest(Scale.__doc__, names, "Scale", None, 0)
print(doctest.DocTestRunner().run(example))
