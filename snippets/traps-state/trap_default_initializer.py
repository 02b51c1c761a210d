import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, start=keras.initializers.GlorotUniform(), **kwargs):
        super().__init__(**kwargs)
        self.start = keras.initializers.get(start)

    def build(self, input_shape):
        shape = (input_shape[-1], 4)
        self.kernel = self.add_weight(shape=shape, initializer=self.start)

    def call(self, x):
        return ops.matmul(x, self.kernel)

    def get_config(self):
        start = keras.initializers.serialize(self.start)
        return {**super().get_config(), "start": start}


layer, other = MyDense(), MyDense()
x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == other(x))) = }")
