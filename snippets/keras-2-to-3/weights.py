import keras
import tensorflow as tf
import tf_keras


def compare(what, action):
    print(what)
    for k in tf_keras, keras:
        try:
            result = action(k)
        except Exception as error:
            result = f"{type(error).__name__}: {str(error).split('. ')[0]}"
        print(f"  {k.__name__:8}  {result}")


def holding_tf_variable(k):
    layer = k.layers.Layer()
    layer.kernel = tf.Variable(tf.ones((3, 4)))
    return f"{len(layer.weights) = }"


def late(k):
    layer = k.layers.Layer()
    layer.build((6, 3))
    layer.add_weight(shape=(3,), name="late")
    return f"{len(layer.weights) = }"


def names(k):
    dense = k.layers.Dense(4, name="dense")
    model = k.Sequential([k.Input((3,)), dense], name="model")
    return [getattr(w, "path", w.name) for w in model.weights]


compare("add_weight",
        lambda k: k.layers.Layer().add_weight("kernel", (3, 4)).shape)
compare("tf.Variable", holding_tf_variable)
compare("weight after build", late)
compare("names", names)
