import keras


class Tower(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(4)
        self.head = keras.layers.Dense(1)

    def call(self, x, with_hidden=False):
        hidden = self.hidden(x)
        y = self.head(hidden)
        return (y, hidden) if with_hidden else y


model = Tower()
x = keras.random.normal((6, 3), seed=0)
y, hidden = model(x, with_hidden=True)
print(f"{y.shape = }, {hidden.shape = }")
