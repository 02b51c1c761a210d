import keras


class Add(keras.layers.Layer):
    def call(self, a, b, scale=1.0):
        return a + b * scale


class Suffix(Add):
    def build(self, shape_a, shape_b):
        pass


class Unknown(Add):
    def build(self, a_shape, c_shape):
        pass


a = keras.ops.ones((4, 3))
layer, x = Add(), (a, a)
for attempt in [
    lambda: layer([a, a]),
    lambda: layer(a, [1.0, 2.0, 3.0]),
    lambda: layer(a, a, 2.0),
    lambda: Suffix()(a, a),
    lambda: Unknown()(a, a),
]:
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}\n")
