import keras

images = keras.random.uniform((1, 4, 4, 1), seed=0)
up = keras.layers.UpSampling2D(3, interpolation="bilinear")
model = keras.Sequential([keras.Input((4, 4, 1)), up])
for jit_compile in False, True:
    model.compile(jit_compile=jit_compile)
    difference = keras.ops.max(
        keras.ops.abs(model.predict(images, verbose=0) - model(images)))
    print(f"{jit_compile = }: {float(difference) < 1e-3 = }")
