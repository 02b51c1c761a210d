import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable()
class Table(keras.layers.Layer):
    def build(self, input_shape):
        self.rows = self.add_weight(shape=(3, 2))

    def call(self, index):
        return ops.take(self.rows, index, axis=0)


words = tf.constant([["red"], ["blue"], ["pink"]])
look = keras.layers.StringLookup(vocabulary=["red", "blue"])
model = keras.Sequential([keras.Input((1,), dtype="string"), look, Table()])
print(look(words).numpy().ravel().tolist())
y = model.predict(words, verbose=0)
model.save("words.keras")
again = keras.saving.load_model("words.keras")
print(y.shape, (again.predict(words, verbose=0) == y).all())
