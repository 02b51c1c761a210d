from keras import ops
from tf_keras import backend as K

small = ops.convert_to_tensor([[1e-7, 0.0]])
x = ops.convert_to_tensor([[3.0, 4.0], [6.0, 8.0]])


def show(what, old, new):
    for y in old, new:
        y = ops.convert_to_numpy(y).round(2)
        print(f"{what:8} {str(y).replace(chr(10), '')}")


show("tiny", K.l2_normalize(small, axis=-1), ops.normalize(small, axis=-1))
show("no axis", K.l2_normalize(x), ops.normalize(x))


def l2_normalize(x, axis=None):
    total = ops.sum(ops.square(x), axis=axis, keepdims=True)
    return x * ops.rsqrt(ops.maximum(total, 1e-12))


show("by hand", l2_normalize(small, -1), l2_normalize(x))
