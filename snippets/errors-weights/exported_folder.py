import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.export("exported", verbose=0)
served = keras.layers.TFSMLayer("exported", call_endpoint="serve")
print(served(keras.random.normal((6, 3), seed=0)).shape)
