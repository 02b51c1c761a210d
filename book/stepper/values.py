"""How the stepper shows a value: short, without addresses, and an array by its shape, its type and a few numbers."""
import traceback

from book.stepper.clean import clean

NUMBERS = 12  # an array with more shows its shape and type only
WIDTH = 160   # of a value


def array(value) -> str:
    """An array's or tensor's type, shape and dtype, and its numbers if they are few and exist yet."""
    import numpy
    import tensorflow

    try:
        shape = str(tuple(value.shape))
    except (TypeError, ValueError):  # a tensor of unknown rank
        shape = "(…)"
    about = f"{type(value).__name__} {shape} {getattr(value.dtype, 'name', value.dtype)}"
    try:
        with tensorflow.init_scope():  # Keras may be building a graph, where a variable cannot be read
            numbers = numpy.asarray(value.numpy() if hasattr(value, "numpy") else value)
        if numbers.size > NUMBERS:
            return about
        if numbers.dtype.kind not in "biuSU":  # bfloat16 too
            numbers = numpy.round(numbers.astype("float64"), 2) + 0.0
        return f"{about} {numbers.tolist()}"
    except Exception:  # symbolic: each backend refuses with an error of its own
        return about


def text(value, deep=False) -> str:
    if isinstance(value, float):
        return repr(value) if len(repr(value)) < 7 else f"{value:.3g}"
    if value is None or isinstance(value, (int, str)):
        return clip(repr(value))
    if hasattr(value, "shape") and hasattr(value, "dtype") and not isinstance(value, type):
        return array(value)
    if isinstance(value, BaseException):
        return clip(f"{type(value).__name__}: {clean(str(value))}")
    if isinstance(value, dict):
        inside = "…" if deep and value else ", ".join(f"{key!r}: {text(item, True)}" for key, item in value.items())
        return clip(f"{{{inside}}}")
    if isinstance(value, (list, tuple)):
        inside = "…" if deep and len(value) > 4 else ", ".join(text(item, True) for item in value)
        return clip(f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})")
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    built = vars(value).get("built") if hasattr(value, "__dict__") else None
    return type(value).__name__ + (f"(built={built})" if built is not None else "")


def clip(text: str) -> str:
    return text if len(text) <= WIDTH else text[:WIDTH] + "…"


def message(error: BaseException) -> str:
    return clean("".join(traceback.format_exception_only(error)))
