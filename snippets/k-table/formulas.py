from keras import ops
from tf_keras import backend as K

for name, given in {
    "hard_sigmoid": [-2.75, 1.0],
    "sqrt": [-4.0, 4.0],
    "mean": [1, 2],
}.items():
    given = ops.convert_to_tensor(given)
    for module in K, ops:
        answer = ops.convert_to_numpy(getattr(module, name)(given))
        print(f"{module.__name__:17} {name:13} {answer.round(4)}")
