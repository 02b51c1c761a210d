import keras
from keras import ops
from tf_keras import backend as K

print(K.variable([1, 2]).dtype.name, keras.Variable([1, 2]).dtype)
print(K.constant([1, 2]).dtype.name, ops.convert_to_tensor([1, 2]).dtype.name)

old = K.variable([1, 2])
K.set_value(old, K.get_value(old) * 3)
new = keras.Variable([1, 2], dtype="float32")
new.assign(ops.convert_to_numpy(new) * 3)
print(K.get_value(old), ops.convert_to_numpy(new))
K.update_add(old, [1.0, 1.0])
new.assign_add([1.0, 1.0])
print(K.get_value(old), ops.convert_to_numpy(new))
