import keras
import numpy as np
from contract import broken_promises
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class DropsInputs(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.state_size = 3
        self.generator = keras.random.SeedGenerator(0)
        self.kept = None

    def call(self, x, states, training=None):
        if training and self.kept is None:
            self.kept = keras.random.dropout(
                ops.ones_like(x), 0.5, seed=self.generator)
        h = states[0] + (x * self.kept if training else x)
        return h, [h]


dropping = keras.layers.RNN(DropsInputs())
x = np.ones((6, 5, 3), "float32")
one, two = [dropping(x, training=True) for _ in range(2)]
print(f"{np.array_equal(one, two) = }")
print(f"{tuple(dropping(x[:1], training=True).shape) = }")
broken = broken_promises(
    keras.layers.RNN, {"cell": DropsInputs()}, (5, 3), random=True)
for each in broken:
    print(each.promise)
