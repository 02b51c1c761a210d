import keras
import tf_keras


def compare(what, action):
    print(what)
    for k in tf_keras, keras:
        try:
            result = action(k)
        except Exception as error:
            result = f"{type(error).__name__}: {str(error).split('. ')[0]}"
        print(f"  {k.__name__:8}  {result}")


def model(k):
    return k.Sequential([k.Input((3,)), k.layers.Dense(4)])


compare("dtype", lambda k: k.layers.Dense(4).get_config()["dtype"])
compare("save", lambda k: model(k).save("folder"))
compare("save_weights", lambda k: model(k).save_weights("weights"))

x = keras.random.normal((6, 3), seed=0)
old = tf_keras.models.load_model("folder", compile=False)
old.save("old.keras")
old.save_weights("old.weights.h5")
new = model(keras)
new.load_weights("old.weights.h5")
for found in new, keras.models.load_model("old.keras"):
    print(f"{bool(keras.ops.all(found(x) == old(x))) = }")
try:
    keras.models.load_model("folder")
except ValueError as error:
    print(str(error).split(". ")[0])
