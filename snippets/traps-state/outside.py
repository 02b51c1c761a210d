import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=input_shape[-1:], initializer="ones")

    def call(self, x):
        return x * self.scale


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, ops.ones((6, 1)), epochs=5, verbose=0)
print(f"{len(layer.weights) = }")
print(f"{bool(ops.all(layer.scale == 1)) = }")
