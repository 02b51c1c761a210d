import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class WeightNormalization(keras.layers.Wrapper):
    def build(self, input_shape):
        super().build(input_shape)
        filters = self.layer.kernel.shape[-1]
        self.gain = self.add_weight(
            shape=(filters,), initializer="ones", name="gain")

    def normalized(self):
        kernel = ops.convert_to_tensor(self.layer.kernel)
        axes = tuple(range(len(kernel.shape) - 1))
        square = ops.sum(ops.square(kernel), axis=axes, keepdims=True)
        return self.gain * kernel * ops.rsqrt(square + 1e-12)

    def call(self, x):
        inner = self.layer
        trained, others = (
            [self.normalized() if weight is inner.kernel else weight
             for weight in weights]
            for weights in (
                inner.trainable_variables, inner.non_trainable_variables))
        return inner.stateless_call(trained, others, x)[0]

    def compute_output_shape(self, input_shape):
        return self.layer.compute_output_shape(input_shape)


x = keras.random.normal((6, 8, 8, 3), seed=0)
layer = WeightNormalization(keras.layers.Conv2D(4, 3))
print(layer(x).shape, [weight.name for weight in layer.weights])
columns = ops.reshape(layer.normalized(), (-1, 4))
print(ops.convert_to_numpy(ops.norm(columns, axis=0)).round(3))

before = layer(x)
layer.layer.kernel.assign(5 * layer.layer.kernel)
difference = ops.max(ops.abs(layer(x) - before))
print(f"{float(difference) < 1e-5 = }")
