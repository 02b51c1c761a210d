import keras


class Apply(keras.layers.Layer):
    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = keras.activations.get(function)

    def call(self, x):
        return self.function(x)

    def get_config(self):
        function = keras.activations.serialize(self.function)
        return {**super().get_config(), "function": function}


layer = Apply(keras.activations.relu)
x = keras.random.normal((6, 3), seed=0)
print(layer.get_config()["function"])
