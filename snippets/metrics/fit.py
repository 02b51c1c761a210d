import keras
from keras import ops


class MyReLU(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dead = keras.metrics.Mean(name="dead")

    def call(self, x, training=False):
        y = ops.relu(x)
        if training:
            self.dead.update_state(ops.equal(y, 0))
        return y


layer = MyReLU()
x = ops.reshape(ops.arange(-6.0, 6.0), (6, 2))
model = keras.Sequential([keras.Input((2,)), layer, keras.layers.Dense(2)])
print([metric.name for metric in model.metrics])
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, x, batch_size=2, epochs=2, verbose=0).history
print(sorted(history), [round(value, 3) for value in history["dead"]])
results = model.evaluate(x, x, verbose=0, return_dict=True)
print(sorted(results), results["dead"])
print([metric.name for metric in model.metrics])
