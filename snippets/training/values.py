import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


layer = Probe()
x = keras.ops.ones((4, 3))
model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(3)])
model.compile("sgd", "mse")
model.fit(x, x, verbose=0)
print("fit     ", layer.seen)
model.predict(x, verbose=0)
print("predict ", layer.seen)
model(x)
print("model(x)", layer.seen)
