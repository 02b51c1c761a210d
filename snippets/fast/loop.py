import keras
from bench_layer import bench_layer
from keras import ops


class ByStep(keras.layers.Layer):
    def call(self, x):
        total, totals = 0, []
        for step in range(x.shape[1]):
            total = total * 0.5 + x[:, step]
            totals.append(total)
        return ops.stack(totals, axis=1)


class ByScan(keras.layers.Layer):
    def call(self, x):
        def step(total, now):
            total = total * 0.5 + now
            return total, total

        steps = ops.moveaxis(x, 1, 0)
        _, totals = ops.scan(step, ops.zeros_like(steps[0]), steps)
        return ops.moveaxis(totals, 0, 1)


class AtOnce(keras.layers.Layer):
    def call(self, x):
        steps = ops.arange(ops.shape(x)[1])
        age = ops.cast(steps[:, None] - steps, x.dtype)
        weight = ops.where(age < 0, 0.0, ops.power(0.5, ops.relu(age)))
        return ops.matmul(weight, x)


x = keras.random.normal((4, 32, 8), seed=0)
expected = ops.convert_to_numpy(ByStep()(x))
for layer in ByStep(), ByScan(), AtOnce():
    few, many = (
        bench_layer(layer, (steps, 8), rows=4, jit=False) for steps in (32, 64)
    )
    print(
        f"{type(layer).__name__:7}{few['operations']:5}{many['operations']:5}",
        bool(ops.max(ops.abs(layer(x) - expected)) < 1e-5),
        [*few.causes],
    )
