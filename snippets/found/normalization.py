import keras

data = keras.random.normal((100, 3), mean=5.0, stddev=2.0, seed=0)
normalization = keras.layers.Normalization()
normalization.adapt(data)
model = keras.Sequential([keras.Input((3,)), normalization])
again = keras.models.clone_model(model)
again.set_weights(model.get_weights())
print(f"{abs(float(keras.ops.mean(model(data)))) < 0.01 = }")
print(f"{abs(float(keras.ops.mean(again(data)))) < 0.01 = }")
