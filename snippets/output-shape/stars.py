input_shape = (None, 5, 3)
print(f"{input_shape[-1] = }")
print(f"{input_shape[:-1] = }")
print(f"{(*input_shape[:-1], 4) = }")
