import keras
from keras import activations, constraints, initializers, regularizers


@keras.saving.register_keras_serializable(package="book")
def mine(value, dtype=None):
    return value


def known(get, name):
    try:
        get(name)
    except ValueError:
        return False
    return True


print(f"{'':14}{'mine':8}{'book>mine':12}mine, in a scope")
for kind in (initializers, regularizers, constraints, activations):
    bare, registered = (known(kind.get, name) for name in ("mine", "book>mine"))
    with keras.saving.custom_object_scope({"mine": mine}):
        scoped = known(kind.get, "mine")
    title = kind.__name__.removeprefix("keras.")
    print(f"{title:14}{bare!s:8}{registered!s:12}{scoped}")
