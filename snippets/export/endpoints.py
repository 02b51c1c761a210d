import keras
import tensorflow as tf


class MyDropout(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = keras.random.SeedGenerator(0)

    def call(self, x, training=False):
        if training:
            return keras.random.dropout(x, self.rate, seed=self.seed)
        return x


x = keras.ops.ones((1, 8))
layer = MyDropout()
model = keras.Sequential([keras.Input((8,), name="x"), layer])
spec = [tf.TensorSpec((None, 8), "float32", name="x")]
archive = keras.export.ExportArchive()
archive.track(model)
archive.add_endpoint("serve", model, spec)
archive.add_endpoint("sample", lambda x: model(x, training=True), spec)
archive.write_out("exported", verbose=False)

layer.rate = 0.0
served = tf.saved_model.load("exported")
for endpoint in (served.serve, served.sample, served.sample):
    print(endpoint(x).numpy())
