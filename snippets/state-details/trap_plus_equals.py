import keras


@keras.saving.register_keras_serializable(package="book")
class RunningTotal(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        self.weight = self.total

    def call(self, x):
        self.total += keras.ops.sum(x, axis=0)
        return x + self.total


layer = RunningTotal()
x = keras.ops.ones((6, 2))
layer(x)
print(f"{layer.total is layer.weight = }")
print(f"{keras.ops.convert_to_numpy(layer.total) = }")
print(f"{keras.ops.convert_to_numpy(layer.weight) = }")
