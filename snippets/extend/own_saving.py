import inspect
import textwrap

import keras

plain = keras.layers.Layer.save_own_variables
names = [
    name for name, cls in sorted(vars(keras.layers).items())
    if inspect.isclass(cls) and name == cls.__name__
    and getattr(cls, "save_own_variables", plain) is not plain]
print(textwrap.fill(" ".join(names), 76))
