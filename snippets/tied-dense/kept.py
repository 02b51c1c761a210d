import keras
from keras import layers
from tied_dense import TiedDense

inputs = keras.Input((6,))
encode = layers.Dense(4)
model = keras.Model(inputs, TiedDense(encode)(encode(inputs)))
model.save("tied.keras")


def tell(way, model):
    _, encode, decode = model.layers
    tied = decode.tied_to is encode
    print(f"{way:14} {tied = !s:5} {len(model.weights) = }")


tell("made", model)
tell("load_model", keras.models.load_model("tied.keras"))
tell("clone_model", keras.models.clone_model(model))
tell("from_config", keras.Model.from_config(model.get_config()))
tell("from JSON", keras.models.model_from_json(model.to_json()))
