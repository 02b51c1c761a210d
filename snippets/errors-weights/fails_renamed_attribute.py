import keras


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(4)
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


model = keras.Sequential([keras.Input((3,)), Block()])
model.save("model.keras")


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.project = keras.layers.Dense(4)
        self.project.build(input_shape)

    def call(self, x):
        return self.project(x)


keras.models.load_model("model.keras", custom_objects={"Block": Block})
