import keras


@keras.saving.register_keras_serializable(package="book")
class Traced(keras.layers.Layer):
    def __init__(self, **kwargs):
        print("__init__")
        super().__init__(**kwargs)

    def build(self, input_shape):
        print(f"build {input_shape}")
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        print(f"call {type(x).__name__}")
        return x * self.factor

    def compute_output_shape(self, input_shape):
        print(f"compute_output_shape {input_shape}")
        return input_shape

    def get_config(self):
        print("get_config")
        return super().get_config()


layer = Traced()
x = keras.random.normal((6, 3), seed=0)
print("- model")
model = keras.Sequential([keras.Input((3,)), layer])
print("- save")
model.save("model.keras")
print("- load_model")
loaded = keras.models.load_model("model.keras")
print("- called")
loaded(x)
