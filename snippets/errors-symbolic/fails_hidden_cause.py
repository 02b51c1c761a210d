import keras

inputs = keras.Input((3,))
layer = keras.layers.Lambda(lambda x: tf.exp(x))
outputs = layer(inputs)
model = keras.Model(inputs, outputs)
