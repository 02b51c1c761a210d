"""Holds the `layer` that a listing leaves to the contract of the page on testing. Runs in the listing's own process."""


def broken(names) -> list[tuple[str, str]]:
    """(name, message) of each promise that `layer`, called with `x`, breaks; none where a listing leaves no layer."""
    if not {"layer", "x"} <= names.keys():
        return []
    from contract import broken_promises
    return [(problem.promise, str(problem)) for problem in broken_promises(names["layer"], names["x"])]
