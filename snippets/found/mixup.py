import keras

images = keras.random.uniform((2, 8, 8, 3), seed=0)
mix = keras.layers.MixUp()
model = keras.Sequential([keras.Input((8, 8, 3)), mix])
print(f"{mix.supports_jit = }")
for jit_compile in False, True:
    model.compile(jit_compile=jit_compile)
    try:
        print(f"{jit_compile = }: {model.predict(images, verbose=0).shape}")
    except Exception as error:
        print(f"{jit_compile = }: {type(error).__name__}")
