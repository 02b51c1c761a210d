import keras


class Double(keras.layers.Layer):
    def call(self, x):
        print(f"call {type(x).__name__} {tuple(x.shape)}")
        return x * 2


layer = Double()
x = keras.random.normal((6, 3), seed=0)
print("- layer(x), twice")
layer(x)
layer(x)
print("- model")
model = keras.Sequential([keras.Input((3,)), layer])
print("- predict, twice")
model.predict(x, batch_size=2, verbose=0)
model.predict(x, batch_size=2, verbose=0)
