from keras import ops
from tf_keras import backend as K

x = ops.convert_to_tensor([[1.0, 2.0, 3.0]])
print(f"{K.repeat(x, 2).shape = }")
print(f"{ops.repeat(x, 2).shape = }")
print(f"{K.repeat_elements(x, 2, axis=1).shape = }")
print(f"{ops.repeat(x, 2, axis=1).shape = }")
