import keras

taken = dir(keras.layers.Layer())
for name in "_layers", "_losses", "_metrics", "_path", "_steps", "_kernel":
    print(f"{name:9} {'taken' if name in taken else 'free'}")
