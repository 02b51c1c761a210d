import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Watch(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.size = keras.metrics.Mean(name="size")
        self.largest = self.add_weight(initializer="zeros", trainable=False)

    def call(self, x):
        size = ops.abs(x)
        self.size.update_state(size)
        self.largest.assign(ops.maximum(self.largest, ops.max(size)))
        return x * 1.0


def show(layer):
    print(f"{float(layer.size.result()) = }, {float(layer.largest) = }")


layer = Watch()
x = ops.ones((6, 3))
model = keras.Sequential([keras.Input((3,)), layer])
model.predict(5 * x, verbose=0)
show(layer)
model.save("model.keras")
show(keras.models.load_model("model.keras").layers[0])
model.predict(x, verbose=0)
show(layer)
