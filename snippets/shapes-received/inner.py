import keras


@keras.saving.register_keras_serializable(package="book")
class Double(keras.layers.Layer):
    def call(self, x):
        return keras.ops.concatenate([x, x], axis=-1)

    def compute_output_shape(self, input_shape):
        print(f"{type(input_shape).__name__:5} {input_shape}")
        return (*input_shape[:-1], 2 * input_shape[-1])


@keras.saving.register_keras_serializable(package="book")
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.twice = Double()
        self.dense = keras.layers.Dense(4)

    def build(self, input_shape):
        self.dense.build(self.twice.compute_output_shape(input_shape))

    def call(self, x):
        return self.dense(self.twice(x))


Double()(keras.Input((3,)))
print("- Block")
layer = Block()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
print("- load_model")
keras.models.load_model("model.keras")
