import keras


class Square(keras.layers.Layer):
    def call(self, x):
        return x * x

    def get_config(self):
        return super().get_config()


layer = Square()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
print(sorted(layer.get_config()))
