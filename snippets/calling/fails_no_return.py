import keras


class Double(keras.layers.Layer):
    def call(self, x):
        x * 2


layer = Double()
x = keras.random.normal((6, 3), seed=0)
print(f"{layer(x) = }")
keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(4)])
