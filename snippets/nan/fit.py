import keras
from inspect_layer import inspect_layer

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.layers.Dense(4, name="wide"), keras.layers.Dense(1, name="score")],
    name="model",
)
x = keras.random.normal((60, 3), seed=0)
y = 100 * keras.random.normal((60, 1), seed=1)
model.compile(keras.optimizers.SGD(1.0), "mse")
stop = keras.callbacks.TerminateOnNaN()
history = model.fit(x, y, epochs=9, verbose=0, callbacks=[stop])
print(f"{len(history.history['loss'])} epochs of 9")
print(inspect_layer(model, x).verdict)
