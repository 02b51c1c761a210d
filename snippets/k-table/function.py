import keras
import tf_keras
from keras import ops
from tf_keras import backend as K

old = tf_keras.Sequential([tf_keras.Input((3,)), tf_keras.layers.Dense(4),
                           tf_keras.layers.Dense(2)])
new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4),
                        keras.layers.Dense(2)])
new.set_weights(old.get_weights())
x = keras.random.normal((6, 3), seed=0)

hidden = K.function([old.input], [old.layers[0].output])
y = hidden([x])[0]
hidden = keras.Model(new.inputs, new.layers[0].output)
z = hidden(x)
print(z.shape, bool(ops.all(abs(y - z) < 1e-6)))
