import keras


class Tower(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(4)
        self.head = keras.layers.Dense(1)

    def call(self, x):
        return self.head(self.hidden(x))


model = Tower()
model(keras.Input((3,)))
model.hidden.output
