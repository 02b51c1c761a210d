import keras


@keras.saving.register_keras_serializable(package="book")
class Absolute(keras.regularizers.Regularizer):
    def __init__(self, factor=0.1):
        self.factor = factor

    def __call__(self, weight):
        return self.factor * keras.ops.sum(keras.ops.abs(weight))


dense = keras.layers.Dense(4, kernel_regularizer=Absolute(0.5))
model = keras.Sequential([keras.Input((3,)), dense])
model.save("model.keras")
