import keras


class Scale(keras.layers.Layer):
    def __init__(self, name="scale_by_two", trainable=False, **kwargs):
        super().__init__(name=name, trainable=trainable, **kwargs)

    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return x * self.factor


layer = Scale()
x = keras.ops.ones((6, 3))
layer(x)
print(layer.name, layer.trainable, len(layer.trainable_weights))
