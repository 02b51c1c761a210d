import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


def report():
    eager, graph = model(x), model.predict(x, verbose=0)
    print(f"{layer.factor = }, {float(eager[0, 0])}, {float(graph[0, 0])}")


layer = Scale(2.0)
model = keras.Sequential([keras.Input((3,)), layer])
x = keras.ops.ones((6, 3))
report()
layer.factor = 5.0
report()
model.compile()
report()
