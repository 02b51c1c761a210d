import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        print(f"Scale.call({type(x).__name__})")
        return x * self.factor


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = Scale()

    def call(self, x):
        print(f"Block.call({type(x).__name__})")
        return self.scale(x + 1)


class BuiltBlock(Block):
    def build(self, input_shape):
        self.scale.build(input_shape)


x = keras.random.normal((6, 3), seed=0)
print("- Block")
Block()(x)
print("- BuiltBlock")
layer = BuiltBlock()
layer(x)
