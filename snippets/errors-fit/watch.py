import keras
import tensorflow as tf

layer = keras.layers.Dense(1, kernel_initializer="ones")
x = keras.ops.ones((6, 3))
with tf.GradientTape() as tape:
    tape.watch(x)
    loss = keras.ops.sum(layer(x))
for_kernel, for_x = tape.gradient(loss, [layer.kernel, x])
print(f"{for_kernel.shape = }, {for_x.shape = }")
