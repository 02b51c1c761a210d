import keras


class Square(keras.layers.Layer):
    def call(self, x):
        return x * x


layer = Square()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([layer, Square()])
print([layer.name for layer in model.layers])
