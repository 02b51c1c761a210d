import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), name="bias")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


mesh = keras.distribution.DeviceMesh((1,), ["model"], devices=["cpu:0"])
layouts = keras.distribution.LayoutMap(mesh)
layouts[".*head/kernel"] = (None, "model")
layouts[".*head/bias"] = ("model",)
layouts["body"] = (None, "model")
plan = keras.distribution.ModelParallel(layout_map=layouts)

x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4, name="head")
layers = [MyDense(3, name="body"), layer]
model = keras.Sequential(layers, name="net")
model(x)
for weight in model.weights:
    print(f"{weight.path:15} {plan.get_variable_layout(weight).axes}")
layer = MyDense(4, name="head")
layer(x)
for weight in layer.weights:
    print(f"{weight.path:15} {plan.get_variable_layout(weight).axes}")
