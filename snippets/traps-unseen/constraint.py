import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(1,),
            initializer=keras.initializers.Constant(-1.0),
            constraint="non_neg",
            regularizer="l2",
        )

    def call(self, x):
        return x * self.scale


scale = Scale()
x = keras.ops.ones((6, 1))
print(float(scale(x)[0, 0]), len(scale.losses))
scale.trainable = False
print(float(scale(x)[0, 0]), len(scale.losses))
