import logging

import keras


def make():
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])


logging.disable()
x = keras.random.normal((8, 3), seed=0)
y = keras.random.normal((8, 1), seed=1)
model = make()
model.compile(
    keras.optimizers.SGD(0.1, momentum=0.5), keras.losses.MeanSquaredError(),
    metrics=[keras.metrics.MeanAbsoluteError()], loss_weights=0.5,
    weighted_metrics=[keras.metrics.MeanAbsoluteError()], run_eagerly=True,
    steps_per_execution=2)
model.fit(x, y, batch_size=2, verbose=0)

clone = keras.models.clone_model(model)
model.save("model.keras")
model.save_weights("model.weights.h5")
model.export("exported", verbose=False)
model.save("model.h5")
rebuilt = make()
rebuilt.load_weights("model.weights.h5")
served = keras.layers.TFSMLayer("exported", call_endpoint="serve")
roads = {
    ".keras": keras.models.load_model("model.keras"),
    "weights": rebuilt,
    ".h5": keras.models.load_model("model.h5"),
    "export": keras.Sequential([keras.Input((3,)), served]),
    "clone": clone,
    "from_config": keras.Sequential.from_config(model.get_config()),
}


def facts(model):
    if not model.compiled:
        return {}
    optimizer = model.optimizer
    state = [v.numpy().tolist() for v in optimizer.variables]
    return {
        **model.get_compile_config(),
        "metric state": [float(v) for v in model.metrics_variables],
        "optimizer": type(optimizer).__name__,
        "learning rate": float(optimizer.learning_rate),
        "iterations": state[0],
        "momentum": state[2:],
    }


want = facts(model)
del want["jit_compile"]
print(f"{'':19}", *(f"{road:8}" for road in roads))
for fact in want:
    cells = [facts(road).get(fact) == want[fact] for road in roads.values()]
    print(f"{fact:19}", *(f"{'kept' if cell else '-':8}" for cell in cells))
