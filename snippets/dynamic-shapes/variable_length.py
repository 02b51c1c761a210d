import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Positions(keras.layers.Layer):
    def __init__(self, longest, **kwargs):
        super().__init__(**kwargs)
        self.longest = longest

    def build(self, input_shape):
        shape = (self.longest, input_shape[-1])
        self.table = self.add_weight(shape=shape, name="table")

    def call(self, x):
        length = ops.shape(x)[1]
        return x + self.table[:length]


layer = Positions(100)
model = keras.Sequential([keras.Input((None, 3)), layer])
print(f"{model.output_shape = }")
for length in 4, 7:
    x = keras.random.normal((6, length, 3), seed=0)
    print(f"{model.predict(x, verbose=0).shape = }")
