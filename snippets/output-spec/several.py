import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Best(keras.layers.Layer):
    def call(self, x):
        return {"value": ops.max(x, axis=-1), "place": ops.argmax(x, axis=-1)}

    def compute_output_spec(self, x):
        shape = x.shape[:-1]
        return {
            "value": keras.KerasTensor(shape, dtype=self.compute_dtype),
            "place": keras.KerasTensor(shape, dtype="int32"),
        }


layer = Best()
x = keras.random.normal((6, 3), seed=0)
outputs = layer(keras.Input((3,)))
for name, real in layer(x).items():
    print(f"{name}: {outputs[name].shape}, {outputs[name].dtype}")
    dtype = keras.backend.standardize_dtype(real.dtype)
    print(f"       {tuple(real.shape)}, {dtype}")
