import keras


class Scales(keras.layers.Layer):
    def build(self, input_shape):
        weight = self.add_weight
        self.listed = [weight(name="in_list"), weight(name="in_list")]
        self.named = {"deep": {"er": (weight(name="in_dict"),)}}
        self.variable = keras.Variable(1.0, name="variable")
        self.child = keras.layers.Dense(2, name="child")
        self.child.build(input_shape)
        self.add_weight(name="not_kept", trainable=False)

    def call(self, x):
        first, second = self.listed
        (deep,) = self.named["deep"]["er"]
        return self.child(x * first * self.variable + second) * deep


layer = Scales(name="scales")
x = keras.random.normal((6, 3), seed=0)
layer(x)
for weight in layer.weights:
    print(weight.path)
