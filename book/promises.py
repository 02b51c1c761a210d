"""Holds the `layer` that a listing leaves to the contract of the page on testing. Runs in the listing's own process."""
import inspect


def made(layer) -> dict:
    """The arguments that `layer` was made with, as Keras recorded them, or else its attributes and config; none that is the default."""
    recorded = None if takes_any(type(layer)) else getattr(layer, "_auto_config", None)
    found = recorded.config if recorded else {**layer.get_config(), **vars(layer), **getattr(layer, "_modules", {})}
    own = {"trainable": None, "dtype": None}
    for cls in reversed(type(layer).__mro__[:-1] if takes_any(type(layer)) else [type(layer)]):
        own |= {name: argument.default for name, argument in inspect.signature(cls.__init__).parameters.items()}
    return {name: found[name] for name in own.keys() & found.keys() if name != "name" and found[name] is not own[name]}


def takes_any(cls) -> bool:
    """Whether its constructor hands all that it gets on, by position, too: then those of its parents name the arguments."""
    return any(each.kind is each.VAR_POSITIONAL for each in inspect.signature(cls.__init__).parameters.values())


def broken(names) -> list[tuple[str, str]]:
    """(name, message) of each promise that `layer`, called with `x`, breaks; none where a listing leaves no layer."""
    if not {"layer", "x"} <= names.keys():
        return []
    import keras
    from contract import broken_promises

    def unbuilt(value):  # as the listing first made it; the contract would keep what its calls built
        return type(value).from_config(value.get_config()) if isinstance(value, keras.Layer) else value
    layer = names["layer"]
    kwargs = keras.tree.map_structure(unbuilt, made(layer))
    return [(problem.promise, str(problem)) for problem in broken_promises(type(layer), kwargs, names["x"])]
