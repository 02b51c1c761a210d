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


def build(self, input_shape):
    pass


names, still = [], []
for name, cls in sorted(vars(layers).items()):
    if inspect.isclass(cls) and name == cls.__name__:
        if getattr(made(cls), "built", False):
            names.append(name)
            child = type(name, (cls,), {"build": build})
            if made(child).built:
                still.append(name)
print(textwrap.fill(" ".join(names), 76))
print(f"with a build() of the child: {still}")
