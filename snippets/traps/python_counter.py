import keras


@keras.saving.register_keras_serializable(package="book")
class WarmUp(keras.layers.Layer):
    def build(self, input_shape):
        self.calls = self.add_weight(
            shape=(), initializer="zeros", trainable=False
        )

    def call(self, x):
        self.calls.assign_add(1.0)
        return x * self.calls


layer = WarmUp()
x = keras.ops.ones((4, 1))
model = keras.Sequential([keras.Input((1,)), layer])
print(model.predict(x, batch_size=1, verbose=0).ravel())
