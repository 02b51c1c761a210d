import keras

mesh = keras.distribution.DeviceMesh((1,), ["model"], devices=["cpu:0"])
layouts = keras.distribution.LayoutMap(mesh)
layouts[".*kernel"] = (None, "model")
layouts[".*head.*"] = ("model", None)
print(layouts["net/body/kernel"].axes)
layouts["net/head/kernel"]
