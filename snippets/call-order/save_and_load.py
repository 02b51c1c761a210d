import keras


@keras.saving.register_keras_serializable(package="book")
class Traced(keras.layers.Layer):
    def __init__(self, **kwargs):
        print("__init__")
        super().__init__(**kwargs)

    def build(self, input_shape):
        print(f"build({input_shape})")
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        print(f"call({type(x).__name__})")
        return x * self.factor

    def get_config(self):
        print("get_config")
        return super().get_config()

    @classmethod
    def from_config(cls, config):
        print("from_config")
        return super().from_config(config)

    def save_own_variables(self, store):
        print("save_own_variables")
        super().save_own_variables(store)

    def load_own_variables(self, store):
        print("load_own_variables")
        super().load_own_variables(store)


layer = Traced()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
print("- save")
model.save("model.keras")
print("- load_model")
keras.models.load_model("model.keras")
