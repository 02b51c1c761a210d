import keras


class Exponential(keras.layers.Layer):
    def call(self, x):
        return keras.ops.exp(x)


layer = Exponential()
x = keras.random.normal((6, 3), seed=0)
print(f"{keras.ops.is_tensor(layer(x)) = }")

model = keras.Sequential([keras.Input((3,)), layer])
print(f"{model.predict(x, verbose=0).shape = }")
