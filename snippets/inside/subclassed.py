import keras
from inspect_layer import inspect_layer


class Tower(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(4, name="hidden")
        self.head = keras.layers.Dense(1, name="head")

    def call(self, x):
        return self.head(self.hidden(x))


model = Tower(name="tower")
x = keras.random.normal((6, 3), seed=0)
outputs = inspect_layer(model, x).outputs
print({name: value.shape for name, value in outputs.items()})
