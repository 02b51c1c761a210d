import keras


def make():
    layer = keras.layers.Lambda(lambda x: keras.ops.exp(x))
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2), layer])


def served():
    model.export("exported", verbose=False)
    return keras.layers.TFSMLayer("exported", call_endpoint="serve")


def weights():
    model.save_weights("model.weights.h5")
    other = make()
    other.load_weights("model.weights.h5")
    return other


def h5():
    model.save("model.h5")
    return keras.models.load_model("model.h5")


def clone():
    return keras.models.clone_model(model)


def from_config():
    return keras.Sequential.from_config(model.get_config())


def from_json():
    return keras.models.model_from_json(model.to_json())


x = keras.random.normal((6, 3), seed=0)
model = make()
for road in (h5, clone, from_config, from_json, weights, served):
    try:
        same = bool(keras.ops.all(keras.ops.isclose(road()(x), model(x))))
        print(f"{road.__name__:11} {same = }")
    except Exception as error:
        print(f"{road.__name__:11} {type(error).__name__}")
