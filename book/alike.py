"""When two outputs count as the same. One rule for other backends and for the page, so it needs no more than `re`."""
import re

HOLDS = ("same", "numbers", "names")
NUMBERS = [(r"\s*[-+]?\d+\.\d*(e[-+]\d+)?\s*", " 0. "), (r"\s+", " ")]  # with a point only: shapes and counts stay
NAMES = [
    (r"torch\.Size\(\[(\d+)\]\)", r"(\1,)"), (r"torch\.Size\(\[(.*?)\]\)", r"(\1)"),
    (r"\b(tf|torch|jnp)\.(Tensor|ndarray)\b|\b(EagerTensor|SymbolicTensor|Tensor|ArrayImpl|DynamicJaxprTracer)\b", "Tensor"),
]


def alike(one: str, two: str, rules) -> bool:
    for pattern, stand_in in rules:
        one, two = (re.sub(pattern, stand_in, text) for text in (one, two))
    return one.strip() == two.strip()


def how(one: str, two: str) -> str | None:
    """The first of HOLDS that is true of the two, if any is."""
    return next((word for word, rules in zip(HOLDS, ([], NUMBERS, NUMBERS + NAMES)) if alike(one, two, rules)), None)
