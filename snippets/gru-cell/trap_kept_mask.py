import keras
import numpy as np
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


layer = keras.layers.RNN(DropsInputs())
x = np.ones((6, 5, 3), "float32")
one, two = [layer(x, training=True) for _ in range(2)]
print(f"{np.array_equal(one, two) = }")
