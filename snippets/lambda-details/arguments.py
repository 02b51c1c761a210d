import keras


@keras.saving.register_keras_serializable(package="book")
def capped(x, limit, training=None):
    y = keras.ops.exp(x)
    return keras.ops.minimum(y, limit) if training else y


layer = keras.layers.Lambda(capped, arguments={"limit": 2.0})
x = keras.ops.array([[0.0, 1.0, 2.0]])
for training in (True, False):
    y = keras.ops.convert_to_numpy(layer(x, training=training))
    print(f"{training = !s:5} {y.round(2)}")

wrong = keras.layers.Lambda(keras.ops.exp, output_shape=(99,))
print(f"{wrong(keras.Input((3,))).shape = }")
print(f"{tuple(wrong(x).shape) = }")
