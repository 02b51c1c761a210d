import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

x = torch.ones(1000)
drop = keras.layers.Dropout(0.5, seed=0)
drop.train()
print(f"{drop.training = }, {bool((drop(x) == 0).any()) = }")
y = drop(x, training=drop.training)
print(f"{drop.training = }, {bool((y == 0).any()) = }")
