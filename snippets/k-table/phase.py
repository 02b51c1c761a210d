import keras
import tf_keras
from keras import ops
from tf_keras import backend as K


class Old(tf_keras.layers.Layer):
    def call(self, x):
        return K.in_train_phase(0.5 * x, x)


@keras.saving.register_keras_serializable(package="book")
class Halves(keras.layers.Layer):
    def call(self, x, training=None):
        return 0.5 * x if training else x


layer = Halves()
x = ops.ones((2, 3))
old = tf_keras.Sequential([tf_keras.Input((3,)), Old()])
new = keras.Sequential([keras.Input((3,)), layer])
for training in True, False:
    y, z = old(x, training=training), new(x, training=training)
    print(f"{training = } {float(y[0, 0])} {float(z[0, 0])}")
