import keras
import tensorflow as tf

pairs = tf.lookup.KeyValueTensorInitializer([1, 2], [0.1, 0.2])


class Price(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = tf.lookup.StaticHashTable(pairs, default_value=0.0)

    def call(self, x):
        return self.table.lookup(x)


inputs = keras.Input((3,), dtype="int32")
model = keras.Sequential([inputs, Price(dtype="int32")])
model.export("exported", verbose=False)
served = tf.saved_model.load("exported")
print(served.serve([[1, 2, 3]]).numpy())
