import time

import keras
from keras import ops


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4)])
model.compile()
x = keras.random.normal((1, 8), seed=1)
ways = {
    "predict": lambda: model.predict(x, verbose=0),
    "model": lambda: ops.convert_to_numpy(model(x, training=False)),
    "predict_on_batch": lambda: model.predict_on_batch(x),
}
answers = [run() for run in ways.values()]
took = {way: min(seconds(run) for _ in range(9)) for way, run in ways.items()}
print(all(abs(answer - answers[0]).max() < 1e-5 for answer in answers))
for way in "model", "predict_on_batch":
    print(f"{way:17}", took["predict"] > 20 * took[way])
