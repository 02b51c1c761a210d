import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        if self.quantization_mode == "int8":
            self.quantized_build(shape, "int8")
        else:
            self.kernel = self.add_weight(shape=shape, name="kernel")

    def quantized_build(self, shape, mode):
        self.kernel = self.add_weight(
            shape=shape, dtype=mode, trainable=False, initializer="zeros"
        )
        self.scale = self.add_weight(
            shape=shape[1:], trainable=False, initializer="ones"
        )
        self._is_quantized = True

    def quantize(self, mode="int8", **kwargs):
        if mode != "int8":
            raise NotImplementedError(f"{mode = }")
        values, scale = keras.quantizers.abs_max_quantize(self.kernel, axis=0)
        del self.kernel
        self.quantized_build(values.shape, mode)
        self.kernel.assign(values)
        self.scale.assign(scale[0])
        self.dtype_policy = f"int8_from_{self.dtype_policy.name}"

    def call(self, x):
        return ops.matmul(x, self.kernel)

    def _int8_call(self, x):
        return ops.matmul(x, ops.cast(self.kernel, x.dtype) / self.scale)


def size(layer):
    return sum(weight.numpy().nbytes for weight in layer.weights)


keras.utils.set_random_seed(0)
x = keras.random.normal((6, 64), seed=0)
layer, small = MyDense(64), MyDense(64)
model = keras.Sequential([keras.Input((64,)), small])
layer.build(x.shape)
layer.set_weights(small.get_weights())
model.quantize("int8", filters=small.name)
print(f"{size(layer) = }, {size(small) = }, {small.dtype_policy.name = }")

error = ops.abs(small(x) - layer(x))
bound = ops.sum(ops.abs(x), axis=1, keepdims=True) * 0.5 / small.scale
print(f"{bool(ops.all(error <= bound)) = }, {bool(ops.any(error > 0)) = }")

model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{loaded.layers[0].kernel.dtype = }")
print(f"{bool(ops.all(loaded(x) == small(x))) = }")
