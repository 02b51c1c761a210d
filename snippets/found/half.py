import keras
from keras import ops

ids, vectors = ops.array([[1, 2], [3, 0]]), ops.ones((2, 4))
encode = keras.layers.CategoryEncoding(9, dtype="mixed_float16")
embed = keras.layers.ReversibleEmbedding(9, 4, dtype="mixed_float16")
print(f"{encode(keras.Input((2,), dtype='int32')).dtype = }")
print(f"{encode(ids).dtype.name = }")
print(f"{embed(keras.Input((4,)), reverse=True).dtype = }")
print(f"{embed(vectors, reverse=True).dtype.name = }")
