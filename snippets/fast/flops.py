import keras
from bench_layer import bench_layer

for steps in 8, 16:
    for layer in keras.layers.Dense(4), keras.layers.GRU(4):
        report = bench_layer(layer, (steps, 8), rows=10, jit=False)
        counts = report["parameters"], report["FLOPs"]
        print(steps, type(layer).__name__, *counts)
