import keras


@keras.saving.register_keras_serializable(package="book")
class Double(keras.layers.Layer):
    def call(self, x):
        return x * 2


ids = keras.ops.convert_to_tensor([[1, 1, 0, 0]])
x = keras.layers.Embedding(9, 3, mask_zero=True)(ids)
layer = Double()
pool = keras.layers.GlobalAveragePooling1D()
print(f"{bool(keras.ops.all(pool(layer(x)) == 2 * pool(x))) = }")
