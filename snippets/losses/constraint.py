import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],),
            initializer=keras.initializers.Constant(-1.0),
            constraint="non_neg",
        )

    def call(self, x):
        return x * self.factor


layer = Scale()
x = ops.ones((6, 2))
layer(x)
print("built   ", layer.factor.numpy())
layer.factor.assign([-5.0, 5.0])
print("assigned", layer.factor.numpy())
model = keras.Sequential([keras.Input((2,)), layer])
model.compile(optimizer=keras.optimizers.SGD(0.001), loss="mse")
model.fit(x, 5 * x, verbose=0)
print("trained ", layer.factor.numpy().round(1))
