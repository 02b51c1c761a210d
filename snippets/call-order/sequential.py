import keras


class Traced(keras.layers.Layer):
    def __init__(self, **kwargs):
        print("__init__")
        super().__init__(**kwargs)

    def build(self, input_shape):
        print(f"build({input_shape})")
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        print(f"call({type(x).__name__})")
        return x * self.factor

    def compute_output_shape(self, input_shape):
        print(f"compute_output_shape({input_shape})")
        return input_shape


x = keras.random.normal((6, 3), seed=0)
print("- with Input")
model = keras.Sequential([keras.Input((3,)), Traced()])
print("- called")
model(x)

print("- without Input")
layer = Traced()
model = keras.Sequential([layer])
print("- called")
model(x)
