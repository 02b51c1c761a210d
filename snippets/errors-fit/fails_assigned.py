import keras


class Canvas(keras.layers.Layer):
    def build(self, input_shape):
        self.canvas = self.add_weight(shape=(6, 2), trainable=False)

    def call(self, x):
        self.canvas.assign(x)
        return self.canvas


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.layers.Dense(2), Canvas()])
model.compile(loss="mse")
model.fit(x, x[:, :2], batch_size=6, verbose=0)
