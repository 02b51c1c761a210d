import keras
from keras import initializers

GlorotUniform = initializers.GlorotUniform


def three(initializer):
    values = [initializer((2,))[0] for _ in range(3)]
    return [round(float(value), 2) for value in values]


def by_name(shape):
    return initializers.get("glorot_uniform")(shape)


keras.utils.set_random_seed(0)
unseeded = GlorotUniform()
print("string    ", three(by_name))
print("one object", three(unseeded))
print("clones    ", three(lambda shape: unseeded.clone()(shape)))
print("integer   ", three(GlorotUniform(seed=1)))
print("generator ", three(GlorotUniform(keras.random.SeedGenerator(1))))
