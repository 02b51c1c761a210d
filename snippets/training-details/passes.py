import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


class Outer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.silent, self.handed, self.frozen = Probe(), Probe(), Probe()

    def call(self, x, training=None):
        x = self.silent(x)
        x = self.handed(x, training=training)
        return self.frozen(x, training=False)


layer = Outer()
x = keras.ops.ones((4, 3))
for training in (None, True, False):
    layer(x, training=training)
    print(f"{training = }")
    print(f"  {layer.silent.seen = }")
    print(f"  {layer.handed.seen = }")
    print(f"  {layer.frozen.seen = }")

inputs = keras.Input((3,))
pinned = Probe()
model = keras.Model(inputs, pinned(inputs, training=False))
model(x, training=True)
print(f"functional: {pinned.seen = }")
