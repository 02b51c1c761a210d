import keras
from keras import ops


class Small(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)


x = keras.random.normal((6, 3), seed=0)
old, built, called = Small(), Small(), Small()
old(x)
old.save_weights("old.weights.h5")
built.build((None, 3))
called(x)
for model in built, called:
    model.load_weights("old.weights.h5")
    print(f"{bool(ops.all(model(x) == old(x))) = }")
