import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Repeat(keras.layers.Layer):
    def call(self, x, times=2):
        print("  call")
        return ops.concatenate([x] * times, axis=-1)

    def compute_output_shape(self, input_shape):
        print("  compute_output_shape")
        return (*input_shape[:-1], 2 * input_shape[-1])

    def compute_output_spec(self, x, times=2):
        print(f"  compute_output_spec, {type(x).__name__}, {times = }")
        shape = (*x.shape[:-1], times * x.shape[-1])
        return keras.KerasTensor(shape, dtype=x.dtype)


layer = Repeat()
x = keras.random.normal((6, 3), seed=0)
print("- eager")
print(f"  {tuple(layer(x, times=3).shape) = }")
print("- symbolic")
print(f"  {layer(keras.Input((3,)), times=3).shape = }")
