import keras


class MyActivation(keras.layers.Layer):
    def __init__(self, activation, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, x):
        return self.activation(x)


print(MyActivation("relu").get_config()["activation"])
MyActivation(keras.activations.relu).get_config()
