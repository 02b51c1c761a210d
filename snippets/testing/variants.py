import keras
from contract import broken_promises
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=input_shape[-1:], initializer="ones")

    def call(self, x):
        return x * self.factor


class MakesDenseInCall(Scale):
    def call(self, x):
        return keras.layers.Dense(3)(x)


class FixesBatch(Scale):
    def call(self, x):
        return ops.reshape(x, (6, 3)) * self.factor


class AnnouncesWrongShape(Scale):
    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 99)


class StopsGradient(Scale):
    def call(self, x):
        return x * ops.stop_gradient(self.factor)


for wrong in Scale.__subclasses__():
    for broken in broken_promises(wrong, {}, (3,)):
        print(f"{wrong.__name__}: {broken.promise}")
        print("   ", str(broken).splitlines()[0].split(": ", 1)[1])
