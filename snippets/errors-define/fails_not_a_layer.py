import keras


def square(x):
    return x * x


model = keras.Sequential([keras.Input((3,)), square])
