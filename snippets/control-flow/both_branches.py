import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Flip(keras.layers.Layer):
    def call(self, x):
        def keep():
            print("  keep")
            return x

        def flip():
            print("  flip")
            return -x

        return ops.cond(ops.sum(x) > 0, keep, flip)


layer = Flip()
x = keras.random.normal((6, 3), seed=0)
print("- eager, positive")
layer(ops.abs(x))
print("- eager, negative")
layer(-ops.abs(x))
print("- symbolic")
layer(keras.Input((3,)))
