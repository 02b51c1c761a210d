import keras
from keras import ops


class Double(keras.layers.Layer):
    def call(self, x):
        print(type(x).__name__, ops.convert_to_numpy(ops.max(x)).round(2))
        return 2 * x


model = keras.Sequential([Double()])
model.compile("sgd", "mse", run_eagerly=True)
x = ops.reshape(ops.arange(12.0), (6, 2))
model.predict(x, batch_size=2, verbose=0)
