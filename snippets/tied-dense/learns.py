import keras
from keras import layers
from sklearn.datasets import load_digits
from tied_dense import TiedDense

x = (load_digits().data / 16).astype("float32")


def trained(decode):
    model = keras.Sequential([keras.Input((64,)), encode, decode])
    model.compile(keras.optimizers.Adam(0.02), "mse")
    history = model.fit(
        x[:1500], x[:1500], batch_size=100, epochs=8, verbose=0)
    loss = model.evaluate(x[1500:], x[1500:], verbose=0)
    print(f"{decode.name}: {model.count_params()} numbers, {loss < 0.03 = }")
    return history.history["loss"]


for Decode in (layers.Dense, TiedDense):
    keras.utils.set_random_seed(0)
    encode = layers.Dense(16, activation="relu")
    of = encode if Decode is TiedDense else 64
    history = trained(Decode(of, activation="sigmoid"))
loss = [round(value, 2) for value in history]
print(f"{loss = }")
