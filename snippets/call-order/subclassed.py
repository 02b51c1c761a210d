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


class Model(keras.Model):
    def __init__(self):
        super().__init__()
        self.traced = Traced()

    def call(self, x):
        return self.traced(x)


x = keras.random.normal((6, 3), seed=0)
model = Model()
print("- called")
model(x)
print("- called again")
model(x)
print("- summary")
model.summary(print_fn=lambda text: None)
layer = model.traced
