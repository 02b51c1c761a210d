import keras


class Step(keras.layers.Layer):
    def call(self, x):
        return keras.ops.sigmoid(10 * x)


x = keras.random.normal((6, 3), seed=0)
layer = Step()
model = keras.Sequential([keras.layers.Dense(1), layer])
model.compile(loss="mse")
print(list(model.fit(x, x[:, :1], verbose=0).history))
