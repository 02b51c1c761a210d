from keras import ops
from tf_keras import backend as K

x = ops.convert_to_tensor([[1.0, 5.0], [9.0, 2.0]])
for name in "argmax", "cumsum", "concatenate":
    given = [x, x] if name == "concatenate" else x
    for module in K, ops:
        answer = ops.convert_to_numpy(getattr(module, name)(given))
        print(f"{module.__name__:17} {name:12} {answer.tolist()}")
