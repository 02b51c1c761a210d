import keras
import numpy as np


@keras.saving.register_keras_serializable(package="book")
class Project(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__()
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, self.units), name="kernel")

    def call(self, x):
        self.activation(keras.ops.matmul(x, self.kernel))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        return super().get_config()


layer = Project(4, "relu", name="eyes")
assert layer.name == "eyes"
assert layer.compute_output_shape((None, 7, 3)) == (None, 7, 4)
for rows, columns in [(6, 3), (2, 5)]:
    layer = Project(4, keras.activations.tanh)
    x = np.random.normal(size=(rows, columns)).astype("float32")
    kernel = np.random.normal(size=(columns, 4)).astype("float32")
    model = keras.Sequential([keras.Input((columns,)), layer])
    layer.set_weights([kernel])
    right = np.tanh(x @ kernel)
    assert np.allclose(model(x), right, atol=1e-5)
    model.save("model.keras")
    loaded = keras.models.load_model("model.keras")
    assert np.allclose(loaded(x), right, atol=1e-5)
print("passed")
