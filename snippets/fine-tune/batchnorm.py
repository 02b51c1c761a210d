import keras
import numpy as np

x = keras.random.normal((32, 3), mean=4, seed=0)
print("trainable training  centred  moved")
for trainable in (True, False):
    for training in (True, False):
        norm = keras.layers.BatchNormalization(trainable=trainable)
        y = norm(x, training=training)
        centred = abs(float(keras.ops.mean(y))) < 0.1
        moved = bool(np.any(norm.moving_mean))
        print(f"{trainable!s:9} {training!s:9} {centred!s:8} {moved}")
