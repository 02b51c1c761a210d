import keras


class Shift(keras.layers.Layer):
    def call(self, x):
        return x + keras.ops.ones((3,))


x = keras.random.normal((6, 3), seed=0)
for policy in "float32", "mixed_float16":
    print(policy)
    Shift(dtype=policy)(x)
