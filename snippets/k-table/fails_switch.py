from keras import ops

x = ops.convert_to_tensor([-2.0, 3.0])
print(ops.where(x > 0, x, 0.1 * x))
ops.switch(x > 0, x, 0.1 * x)
