import keras


class Traced(keras.layers.Layer):
    def build(self, input_shape):
        print(f"build {input_shape}")
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        print(f"call {type(x).__name__}")
        return x * self.factor

    def compute_output_shape(self, input_shape):
        print(f"compute_output_shape {input_shape}")
        return input_shape


layer = Traced()
x = keras.random.normal((6, 3), seed=0)
print("- model")
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(loss="mse", optimizer="sgd")
print("- fit: 5 epochs of 3 batches")
model.fit(x, x, batch_size=2, epochs=5, verbose=0)
print("- predict: 3 batches")
model.predict(x, batch_size=2, verbose=0)
