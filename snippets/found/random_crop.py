import keras

images = keras.random.uniform((2, 8, 8, 3), seed=0)
crop = keras.layers.RandomCrop(4, 4)
model = keras.Sequential([keras.Input((8, 8, 3)), crop])
print(f"{model.output_shape = }")
print(f"{tuple(model(images, training=True).shape) = }")
print(f"{model.predict(images, verbose=0).shape = }")
