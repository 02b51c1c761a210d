from keras import ops

scores = ops.array([[[1.0], [2.0], [3.0], [4.0]]])
mask = ops.array([[True, True, False, False]])
keep = ops.cast(ops.expand_dims(mask, -1), "float32")
powers = ops.exp(scores) * keep
for axis in (-1, 1):
    total = ops.sum(powers, axis=axis, keepdims=True)
    weights = ops.convert_to_numpy(powers / total)
    print(f"axis={axis:2} {weights[0, :, 0].round(2)}")
