import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


class Outer(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return self.layer(x)


x, y = keras.ops.ones((4, 3)), keras.ops.ones((4, 1))
layer = Probe()
outer = Outer(layer)
model = keras.Sequential([keras.Input((3,)), outer, keras.layers.Dense(1)])
model.compile(loss="mse")
for title, call in {
    "layer(x)": lambda: layer(x),
    "layer(x, training=True)": lambda: layer(x, training=True),
    "outer(x, training=True)": lambda: outer(x, training=True),
    "model(x)": lambda: model(x),
    "model(x, training=True)": lambda: model(x, training=True),
    "model.fit(x, y)": lambda: model.fit(x, y, verbose=0),
    "model.evaluate(x, y)": lambda: model.evaluate(x, y, verbose=0),
    "model.predict(x)": lambda: model.predict(x, verbose=0),
}.items():
    layer.seen = "nothing"
    call()
    print(f"{title:23} {layer.seen}")
