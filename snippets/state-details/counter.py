import keras


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.python = 0
        self.weight = self.add_weight(dtype="int32", trainable=False)

    def call(self, x):
        self.python += 1
        self.weight.assign_add(1)
        return x * 1.0


layer = Counter()
x = keras.ops.ones((6, 2))
model = keras.Sequential([keras.Input((2,)), layer])
print(f"{layer.python = }, {int(layer.weight) = }")
model.predict(x, batch_size=1, verbose=0)
print(f"{layer.python = }, {int(layer.weight) = }")
