import keras
import tensorflow as tf


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {str(error).split('. ')[0]}")


dense = keras.layers.Dense(4)
image = keras.Input((3,))
print(f"{tf.keras.layers.Layer is keras.layers.Layer = }")
print(f"{dense.compute_output_shape((6, 3)) = }")
print(f"{keras.ops.exp(image).shape = }")
print(f"{type(dense.get_config()['dtype']).__name__ = }")
attempt(lambda: tf.exp(image))
attempt(lambda: dense.add_weight("kernel", shape=(3, 4)))
attempt(lambda: keras.layers.Dense(4, batch_input_shape=(6, 3)))
