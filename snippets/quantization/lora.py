import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, rank=0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rank = rank

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        if self.rank:
            self.enable_lora(self.rank)

    def enable_lora(self, rank):
        rows, columns = self.kernel.shape
        self._tracker.unlock()
        self.down = self.add_weight(shape=(rows, rank), name="down")
        self.up = self.add_weight(
            shape=(rank, columns), initializer="zeros", name="up"
        )
        self._tracker.lock()
        self.kernel.trainable = False
        self.rank = rank

    def call(self, x):
        y = ops.matmul(x, self.kernel)
        if self.rank:
            y += ops.matmul(ops.matmul(x, self.down), self.up)
        return y

    def get_config(self):
        own = {"units": self.units, "rank": self.rank}
        return {**super().get_config(), **own}


keras.utils.set_random_seed(0)
x = keras.random.normal((32, 64), seed=0)
layer = MyDense(64)
before = layer(x)
layer.enable_lora(2)
print([(w.name, tuple(w.shape), w.trainable) for w in layer.weights])
print(f"{bool(ops.all(layer(x) == before)) = }")

kernel = layer.kernel.numpy()
model = keras.Sequential([layer])
model.compile(keras.optimizers.Adam(0.01), loss="mse")
losses = model.fit(x, x[:, ::-1], epochs=5, verbose=0).history["loss"]
print(f"{losses[-1] < losses[0] = }")
print(f"{bool(ops.all(kernel == layer.kernel)) = }")
merged = layer.kernel + ops.matmul(layer.down, layer.up)
error = ops.abs(ops.matmul(x, merged) - layer(x))
print(f"{bool(ops.all(error < 1e-4)) = }")
