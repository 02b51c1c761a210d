import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class AddContext(keras.layers.Layer):
    def build(self, x_shape, context_shape=None):
        print(f"  build {x_shape} {context_shape}")
        shape = (x_shape[-1],)
        self.bias = self.add_weight(shape, "zeros", name="bias")

    def call(self, x, context=None, scale=1.0):
        if context is not None:
            x = x + context * scale
        return x + self.bias


layer = AddContext()
x = ops.zeros((2, 3))
context = ops.ones((2, 3))
print(f"{float(layer(x)[0, 0]) = }")
print(f"{float(layer(x, context)[0, 0]) = }")
print(f"{float(layer(x, context, scale=5.0)[0, 0]) = }")

inputs = keras.Input((3,))
model = keras.Model(inputs, layer(inputs, inputs, scale=2.0))
model.save("model.keras")
again = keras.models.load_model("model.keras")
print(f"{float(again(context)[0, 0]) = }")
