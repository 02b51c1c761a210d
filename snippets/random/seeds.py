import keras
from keras import random


def three(seed):
    values = [float(random.normal((), seed=seed)) for _ in range(3)]
    return [round(value, 2) for value in values]


print("integer  ", three(1))
generator = random.SeedGenerator(1)
print("generator", three(generator), generator.state.numpy())
print("generator", three(generator), generator.state.numpy())
print("new one  ", three(random.SeedGenerator(1)))
