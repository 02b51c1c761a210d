import keras
from inspect_layer import inspect_layer

keras.utils.set_random_seed(0)
x = keras.random.normal((60, 3), seed=0)
for name in ("relu", "leaky_relu"):
    wide = keras.layers.Dense(
        4,
        activation=name,
        bias_initializer=keras.initializers.Constant(-9.0),
        name="wide",
    )
    model = keras.Sequential([wide, keras.layers.Dense(1)], name="model")
    print(name, inspect_layer(model, x).verdict, sep="\n")
