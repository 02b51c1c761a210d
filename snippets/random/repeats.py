import keras
from keras import ops

x = ops.ones((4, 6))


def train():
    keras.utils.set_random_seed(0)
    layers = [keras.layers.Dense(6), keras.layers.Dropout(0.5, seed=1)]
    model = keras.Sequential([keras.Input((6,)), *layers])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, x, epochs=3, verbose=0)
    return model


def same(one, other):
    return bool(ops.all(one == other))


model, again = train(), train()
print("first ", model.layers[-1].seed_generator.state.numpy())
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
for name, other in [("again", again), ("loaded", loaded)]:
    position = other.layers[-1].seed_generator.state.numpy()
    inference = same(model(x), other(x))
    training = same(model(x, training=True), other(x, training=True))
    print(f"{name:6} {position} {inference = } {training = }")
