import keras
from keras import ops

x = ops.ones((2, 3))
start = keras.Input((3,))
end = keras.layers.Dropout(0.5, seed=0)(start)
model = keras.Model(start, end, trainble=False)
print(f"{model.trainable = }")
for given in {"training": True}, {"trainning": True}:
    print(f"{given} {bool(ops.any(model(x, **given) == 0))}")
