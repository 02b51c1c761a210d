import keras

mesh = keras.distribution.DeviceMesh((1,), ["model"], devices=["cpu:0"])
layouts = keras.distribution.LayoutMap(mesh)
layouts[".*kernel"] = (None, "model")
try:
    plan = keras.distribution.ModelParallel(layout_map=layouts)
    layer = keras.layers.Dense(4)
    layer.build((6, 3))
    print(plan.get_variable_layout(layer.kernel).axes)
except AttributeError as error:
    print("AttributeError:", str(error).rpartition(" has ")[2])
