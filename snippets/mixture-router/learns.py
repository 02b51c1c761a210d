import keras
import numpy as np
from keras import layers, ops
from mixture_of_experts import MixtureOfExperts
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")


def trained(balance):
    keras.utils.set_random_seed(0)
    layer = MixtureOfExperts(experts=4, top=1, hidden=16, balance=balance)
    reduce = layers.Dense(16, activation="relu")
    output = layers.Dense(10, activation="softmax")
    model = keras.Sequential([keras.Input((64,)), reduce, layer, output])
    adam = keras.optimizers.Adam(0.005)
    loss = "sparse_categorical_crossentropy"
    model.compile(adam, loss)
    history = model.fit(x[:1500], digit[:1500], epochs=6, verbose=0)
    _, picked = layer.route(reduce(x))
    return history.history, np.mean(ops.convert_to_numpy(picked), axis=0)


for balance in (0.0, 0.1):
    history, used = trained(balance)
    one_takes_all, all_work = bool(max(used) > 0.9), bool(min(used) > 0.1)
    print(f"{balance = }, {one_takes_all = }, {all_work = }")
loss = [round(value, 1) for value in history["loss"]]
print(f"{loss = }")
