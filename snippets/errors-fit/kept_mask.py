import keras
from keras import ops


class LastStep(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.cell = keras.layers.GRUCell(units, dropout=0.5)

    def build(self, input_shape):
        self.cell.build((input_shape[0], input_shape[-1]))

    def call(self, x, training=False):
        self.cell.reset_dropout_mask()
        state = [ops.zeros((ops.shape(x)[0], self.cell.units))]
        for step in range(x.shape[1]):
            y, state = self.cell(x[:, step], state, training=training)
        self.cell.reset_dropout_mask()
        return y


model = keras.Sequential([keras.Input((5, 3)), LastStep(4)])
model.compile(loss="mse")
print(model(ops.ones((6, 5, 3)), training=True).shape)
model.fit(ops.ones((4, 5, 3)), ops.ones((4, 4)), batch_size=2, verbose=0)
print(model.predict(ops.ones((4, 5, 3)), verbose=0).shape)
