import keras
from keras.layers import InputSpec

x = keras.ops.ones((2, 5))
for spec in [
    InputSpec(ndim=3),
    InputSpec(min_ndim=3),
    InputSpec(max_ndim=1),
    InputSpec(axes={-1: 3}),
    InputSpec(shape=(None, 3)),
    InputSpec(dtype="int32"),
]:
    identity = keras.layers.Identity(name="identity")
    identity.input_spec = spec
    try:
        identity(x)
    except ValueError as error:
        print(f"{spec}\n  {str(error).partition(': ')[2]}")
