import keras


def make():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.1, momentum=0.5), "mse")
    return model


x = keras.random.normal((8, 3), seed=0)
y = keras.random.normal((8, 1), seed=1)
model = make()
model.fit(x, y, batch_size=2, verbose=0)
model.save_weights("model.weights.h5")

plain, ready = make(), make()
ready.optimizer.build(ready.trainable_variables)
for model in (plain, ready):
    model.load_weights("model.weights.h5")
    print(f"{int(model.optimizer.iterations) = }")
