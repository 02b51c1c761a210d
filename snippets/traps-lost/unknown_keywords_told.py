import keras
from keras import ops


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.5, seed=0)

    def call(self, x, training=None):
        return self.drop(x, training=training)


def told(action):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


x = ops.ones((2, 3))
told(lambda: Net(trainble=False))
told(lambda: Net()(x, trainning=True))
told(lambda: keras.layers.Dropout(0.5)(x, trainning=True))
