import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Affine(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=input_shape[-1:], initializer="ones")
        self.offset = self.add_weight(
            shape=input_shape[-1:], initializer="zeros")

    def call(self, x):
        return x * self.factor + self.offset

    def save_own_variables(self, store):
        store["factor"] = self.factor.numpy()

    def load_own_variables(self, store):
        self.factor.assign(store["factor"])


layer = Affine()
x = ops.ones((6, 3))
model = keras.Sequential([keras.Input((3,)), layer])
layer.offset.assign([1.0, 2.0, 3.0])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(model.predict(x, verbose=0)[0], loaded.predict(x, verbose=0)[0])
