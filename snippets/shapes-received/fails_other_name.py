import keras


class MyDense(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 4)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)

    def compute_output_shape(self, batch_input_shape):
        return (*batch_input_shape[:-1], 4)


class Model(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = MyDense()

    def call(self, x):
        return self.dense(x)


model = Model()
model(keras.random.normal((6, 3), seed=0))
print("called")
model.summary()
