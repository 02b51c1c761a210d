import keras

layer = keras.layers.Activation("relu", activity_regularizer="l1")
x = keras.ops.ones((6, 100))
layer(x)
print(f"{round(float(layer.losses[0]), 3) = }")
