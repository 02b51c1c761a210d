import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.save_weights("model.weights.h5")
layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
fresh = keras.Sequential([layer])
fresh(x)
fresh.load_weights("model.weights.h5")
print(bool(keras.ops.all(fresh(x) == model(x))))
