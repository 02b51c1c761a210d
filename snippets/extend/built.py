import inspect
import textwrap

import keras
from keras import layers

guesses = ((), (2,), (0.5,), ("relu",), (2, 2))


def made(cls):
    for guess in guesses:
        try:
            return cls(*guess)
        except Exception:
            continue


names = []
for name, cls in sorted(vars(layers).items()):
    if inspect.isclass(cls) and name == cls.__name__:
        if getattr(made(cls), "built", False):
            names.append(name)
print(textwrap.fill(" ".join(names), 76))
