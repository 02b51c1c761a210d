import keras
from keras import ops


class MyDense(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 4))

    def call(self, x):
        return ops.matmul(x, self.kernel)


def show(label, function):
    try:
        print(f"{label}: {function()}")
    except Exception as error:
        print(f"{label}: {type(error).__name__}")


x, whole = ops.ones((6, 3)), ops.ones((6, 3), "int32")
layer = MyDense()
y = layer(x)
show("type of y.shape", lambda: type(y.shape).__name__)
show("y.dtype", lambda: y.dtype)
show("type of y.numpy()", lambda: type(y.numpy()).__name__)
show("type of layer.double", lambda: type(layer.double).__name__)
show("seed 0", lambda: f"{float(keras.random.normal((), seed=0)):.3f}")
show("whole @ kernel", lambda: (whole @ layer.kernel).dtype)
show("ops.matmul(whole, kernel)", lambda: layer(whole).dtype)
half = MyDense(dtype="mixed_float16")
show("announced", lambda: half(keras.Input((3,))).dtype)
show("computed", lambda: keras.backend.standardize_dtype(half(x).dtype))
