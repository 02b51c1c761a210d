import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyBatchNorm(keras.layers.Layer):
    def __init__(self, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum, self.epsilon = momentum, epsilon

    def build(self, input_shape):
        add, size = self.add_weight, {"shape": (input_shape[-1],)}
        state = {**size, "trainable": False, "autocast": False}
        self.gamma = add(name="gamma", initializer="ones", **size)
        self.beta = add(name="beta", initializer="zeros", **size)
        self.mean = add(name="mean", initializer="zeros", **state)
        self.variance = add(name="variance", initializer="ones", **state)

    def call(self, x, training=False):
        x = ops.cast(x, self.variable_dtype)
        mean, variance = self.mean, self.variance
        if training and self.trainable:
            mean, variance = ops.moments(x, axes=list(range(x.ndim - 1)))
            old, new = self.momentum, 1 - self.momentum
            self.mean.assign(old * self.mean + new * mean)
            self.variance.assign(old * self.variance + new * variance)
        x = (x - mean) * ops.rsqrt(variance + self.epsilon)
        return ops.cast(x, self.compute_dtype) * self.gamma + self.beta


def trained(layer):
    model = keras.Sequential([keras.Input((4,)), layer])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, 2 * x, batch_size=16, epochs=5, shuffle=False, verbose=0)
    return model


def same(one, other):
    return bool(ops.max(ops.abs(one - other)) < 1e-5)


x = 3 * keras.random.normal((64, 4), seed=0) + 5
layer, built_in = MyBatchNorm(), keras.layers.BatchNormalization()
trained(layer).save("model.keras"), trained(built_in)
loaded = keras.models.load_model("model.keras").layers[0]
print("weights  ", [same(*two) for two in zip(layer.weights, built_in.weights)])
print("inference", same(layer(x), built_in(x)))
print("loaded   ", same(loaded(x), built_in(x)))
print("training ", same(layer(x, training=True), built_in(x, training=True)))
print("mean     ", layer.mean.numpy().round(1))
loaded.trainable = False
print("frozen   ", same(loaded(x, training=True), loaded(x)))
