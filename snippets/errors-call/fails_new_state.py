import keras


class Block(keras.layers.Layer):
    def call(self, x):
        self.dense = keras.layers.Dense(4)
        return self.dense(x)


layer = Block()
layer(keras.random.normal((6, 3), seed=0))
