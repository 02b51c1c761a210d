import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Shrink(keras.layers.Layer):
    def call(self, x):
        def too_big(x):
            return ops.any(ops.abs(x) > 1)

        def halve(x):
            return (ops.where(ops.abs(x) > 1, x / 2, x),)

        return ops.while_loop(too_big, halve, (x,))[0]


layer = Shrink()
x = ops.array([[0.5, 3.0], [40.0, -1.5]])
model = keras.Sequential([keras.Input((2,)), layer])
print(model.predict(x, verbose=0))
