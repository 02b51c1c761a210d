import keras


class Last(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(shape=(1,), trainable=False)

    def call(self, x):
        self.seen.assign(x[0])
        return x


def last(seed):
    keras.utils.set_random_seed(seed)
    layer = Last()
    layers = [keras.Input((1,)), layer, keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("sgd", "mse")
    model.fit(x, x, batch_size=1, verbose=0)
    return int(layer.seen[0])


x = keras.ops.reshape(keras.ops.arange(20.0), (20, 1))
ends = {last(seed) for seed in range(8)}
print(f"{len(ends) > 1 = }")
