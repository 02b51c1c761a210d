import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],),
            initializer="ones",
            regularizer=keras.regularizers.L2(0.1),
        )

    def call(self, x):
        return x * self.factor


def losses():
    return [round(float(loss), 2) for loss in layer.losses]


layer = Scale()
x = ops.ones((6, 3))
print("new     ", losses())
layer.build((None, 3))
print("built   ", losses())
layer(x), layer(x)
print("called  ", losses())
layer.factor.assign([2.0, 2.0, 2.0])
print("assigned", losses())
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(loss="mse")
for rows in [1, 6]:
    print(rows, round(model.evaluate(x[:rows], 2 * x[:rows], verbose=0), 2))
layer.trainable = False
print("frozen  ", losses())
