import keras
import tensorflow as tf

factor = 2.0
variable = keras.Variable(2.0)


def named(x):
    return x * 2


@keras.saving.register_keras_serializable(package="book")
def registered(x):
    return x * 2


def closure(factor):
    return lambda x: x * factor


def outcome(function, **kwargs):
    layer = keras.layers.Lambda(function)
    model = keras.Sequential([keras.Input((3,)), layer])
    model.save("model.keras")
    step = ""
    try:
        loaded = keras.models.load_model("model.keras", **kwargs)
        step = "call: "
        return "same" if keras.ops.all(loaded(x) == model(x)) else "wrong"
    except Exception as error:
        return step + type(error).__name__


def show(head, first, second, third):
    print(f"{head:34} {first:11} {second:17} {third}")


x = keras.random.normal((6, 3), seed=0)
show("function", "load_model", "safe_mode=False", "custom_objects")
names = {"named": named, "exp": keras.ops.exp}
for source in (
    "lambda x: x * 2", "closure(2.0)", "closure(variable)",
    "lambda x: x * factor", "lambda x, c=2.0: x * c",
    "lambda x: tf.exp(x)", "lambda x: keras.ops.exp(x)",
    "lambda x: __import__('math').e * x",
    "named", "keras.ops.exp", "tf.exp",
    "registered", "keras.activations.exponential",
):
    ways = {}, {"safe_mode": False}, {"custom_objects": names}
    show(source, *(outcome(eval(source), **way) for way in ways))
