import keras
from keras import ops
from tf_keras import backend as K

for one, other, axes, sums in [
    ((6, 3), (6, 3), None, "bi,bi->b"),
    ((6, 4, 3), (6, 3), None, "bij,bj->bi"),
    ((6, 4, 3), (6, 3, 5), None, "bij,bjk->bik"),
    ((6, 4, 3), (6, 4, 5), 1, "bji,bjk->bik"),
    ((6, 4, 3), (6, 5, 4), (1, 2), "bji,bkj->bik"),
]:
    x = keras.random.normal(one, seed=0)
    y = keras.random.normal(other, seed=1)
    old = K.batch_dot(x, y, axes=axes)
    new = ops.reshape(ops.einsum(sums, x, y), old.shape)
    equal = bool(ops.all(abs(old - new) < 1e-5))
    print(f"axes={axes!s:7} {sums:13} {old.shape!s:10} {equal}")

print(ops.dot(ops.ones((6, 4, 3)), ops.ones((6, 3, 5))).shape)
