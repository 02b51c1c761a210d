import keras

keras.utils.set_random_seed(0)
images = keras.random.uniform((2, 8, 8, 3), maxval=255, seed=0)
for kind in keras.layers.RandomFlip, keras.layers.AugMix:
    one, two = (kind(seed=1)(images) for _ in range(2))
    print(f"{kind.__name__}: {bool(keras.ops.all(one == two))}")
