import keras


class Square(keras.layers.Layer):
    def call(self, x):
        return x * x


layer = Square()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
print(model(x).shape)
