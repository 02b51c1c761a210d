import keras

keras.utils.set_random_seed(0)
layer = keras.layers.MultiHeadAttention(2, 4)
layer.build((6, 3, 8), (6, 3, 8))
kernel = layer.query_dense.kernel
largest = keras.ops.max(keras.ops.abs(kernel))
print(f"{tuple(kernel.shape) = }, {float(largest) = :.1f}")
