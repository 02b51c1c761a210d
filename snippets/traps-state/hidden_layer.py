import keras


class Encoder:
    def __init__(self):
        self.dense = keras.layers.Dense(4)


@keras.saving.register_keras_serializable(package="book")
class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.encoder = Encoder()
        self.dense = self.encoder.dense
        self.dense.build(input_shape)

    def call(self, x):
        return self.encoder.dense(x)


layer = Block()
x = keras.random.normal((6, 3), seed=0)
layer(x)
print(f"{len(layer.encoder.dense.weights) = }")
print(f"{len(layer.weights) = }")
