import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Cool(keras.layers.Layer):
    def step(self, x):
        steps.append(1)
        return 0.9 * x

    def call(self, x):
        for _ in range(100):
            x = self.step(x)
        return x


@keras.saving.register_keras_serializable(package="book")
class CoolLoop(Cool):
    def call(self, x):
        return ops.fori_loop(0, 100, lambda i, x: self.step(x), x)


x = keras.random.normal((6, 3), seed=0)
for layer in Cool(), CoolLoop():
    steps = []
    layer(x)
    eager = len(steps)
    layer(keras.Input((3,)))
    print(f"{layer.name:9} {eager = }, symbolic = {len(steps) - eager}")
