import keras
from keras import ops


class Drop(keras.layers.Layer):
    def call(self, x):
        return keras.random.dropout(x, 0.5)


layer = Drop()
x = ops.ones((100, 3))
for training in (True, False):
    y = layer(x, training=training)
    print(f"{training = }, {bool(ops.all(y == x)) = }")
model = keras.Sequential([keras.Input((3,)), layer])
first, second = (model.predict(x, verbose=0) for _ in range(2))
print(f"{bool(ops.all(first == second)) = }")
