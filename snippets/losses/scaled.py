import keras
from keras import ops


class Penalty(keras.layers.Layer):
    def __init__(self, scalar=True, **kwargs):
        super().__init__(**kwargs)
        self.scalar = scalar

    def call(self, x):
        loss = 0.01 * x**2
        self.add_loss(ops.mean(loss) if self.scalar else loss)
        return x * 1.0


def evaluate(layer, rows):
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(loss="mse")
    return round(model.evaluate(x[:rows], x[:rows], verbose=0), 2)


layer = Penalty()
x = 10 * ops.ones((6, 3))
for rows in [1, 2, 6]:
    print(rows, evaluate(layer, rows), evaluate(Penalty(scalar=False), rows))
