import keras

calls = []


def noted(name):
    method = getattr(keras.layers.Layer, name, None)

    def note(self, *args):
        calls.append(name)
        return method(self, *args) if method else None

    return note


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return x * self.factor

    get_build_config = noted("get_build_config")
    build_from_config = noted("build_from_config")
    save_own_variables = noted("save_own_variables")
    load_own_variables = noted("load_own_variables")
    load_assets = noted("load_assets")

    def save_assets(self, folder):
        calls.append("save_assets")
        open(f"{folder}/empty.txt", "w").close()


x = keras.random.normal((6, 3), seed=0)
layer = Scale()
model = keras.Sequential([keras.Input((3,)), layer])
for action in (
    "model.save('model.keras')",
    "keras.models.load_model('model.keras')",
    "model.save_weights('model.weights.h5')",
    "model.load_weights('model.weights.h5')",
    "keras.models.clone_model(model)",
):
    calls.clear()
    eval(action)
    print(action)
    print("   ", *calls)
