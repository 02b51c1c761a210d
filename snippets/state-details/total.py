import keras


class RunningTotal(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
            name="total",
        )

    def call(self, x):
        self.total.assign_add(keras.ops.sum(x, axis=0))
        return x * 1.0


layer = RunningTotal()
x = keras.ops.ones((6, 2))
model = keras.Sequential([keras.Input((2,)), layer])
print("built  ", layer.total.numpy())
layer(x)
print("called ", layer.total.numpy())
model.predict(x, verbose=0)
print("predict", layer.total.numpy())
print(f"{len(layer.trainable_weights) = }")
print(f"{len(layer.non_trainable_weights) = }")
