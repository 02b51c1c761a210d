import keras
from keras import ops
from keras.layers import InputSpec


class Attend(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        query = InputSpec(ndim=2, name="query")
        memory = InputSpec(ndim=3, name="memory")
        self.input_spec = [query, memory]

    def call(self, inputs):
        scores = ops.einsum("bf,btf->bt", inputs["query"], inputs["memory"])
        return ops.einsum("bt,btf->bf", ops.softmax(scores), inputs["memory"])


query, memory = ops.ones((2, 3)), ops.ones((2, 4, 3))
layer = Attend()
x = {"query": query, "memory": memory}
print(tuple(layer(x).shape))
for wrong in [
    {"query": memory, "memory": query},
    {"query": query},
    [query],
]:
    try:
        layer(wrong)
    except ValueError as error:
        print(error)
