import keras


class Double(keras.layers.Layer):
    def call(self, x):
        print(type(x).__name__, x.shape)
        return 2 * x



x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), Double()])
print("fit, predict or evaluate:")
model.predict(x, batch_size=2, verbose=0)
print("a plain call:")
model(x)
