import keras
from contract import broken_promises
from keras import ops


class Centre(keras.layers.Layer):
    mean = 0.0

    def adapt(self, data):
        self.mean = float(ops.mean(data))

    def call(self, x):
        return x - self.mean


x = keras.random.normal((6, 3), mean=5.0, seed=0)
centre = Centre()
centre.adapt(x)
model = keras.Sequential([keras.Input((3,)), centre])
again = keras.models.clone_model(model)
print(f"{bool(ops.all(again(x) == model(x))) = }")
for facts in {}, {"prepare": lambda layer: layer.adapt(x)}:
    broken = broken_promises(Centre, {}, x, **facts)
    print([each.promise for each in broken])
