def inner(**kwargs):
    print(f"{kwargs = }")


def outer(units, **kwargs):
    print(f"{units = }")
    inner(**kwargs)


outer(4, name="hidden", trainable=False)
