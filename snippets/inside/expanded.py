import keras

block = keras.Sequential(
    [keras.layers.Dense(4, name="wide"), keras.layers.Dense(3, name="narrow")],
    name="block",
)
model = keras.Sequential(
    [keras.Input((3,)), block, keras.layers.Dense(1, name="head")], name="model"
)
block.trainable = False
model.summary(expand_nested=True, show_trainable=True)
