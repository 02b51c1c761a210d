import keras


class Watch(keras.layers.Layer):
    def call(self, x):
        self.add_metric(keras.ops.mean(x), name="size")
        return x


Watch()(keras.ops.ones((6, 3)))
