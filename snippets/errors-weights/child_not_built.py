import keras


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.factor = self.add_weight(initializer="ones", name="factor")
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x) * self.factor

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 4)


layer = Block()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras", custom_objects={"Block": Block})
print(bool(keras.ops.all(loaded(x) == model(x))))
