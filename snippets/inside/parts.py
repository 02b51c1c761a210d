import keras
from inspect_layer import inspect_layer


class Tower(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.steps = [keras.layers.Dense(4, name=n) for n in ("a", "b", "c")]
        self.head = keras.layers.Dense(1, name="head")

    def call(self, x):
        for step in self.steps[:-1]:
            x = step(x)
        return self.head(x)


model = Tower(name="tower")
x = keras.random.normal((6, 3), seed=0)
report = inspect_layer(model, x)
print([call.name for call in report.calls])
print(report.verdict)
