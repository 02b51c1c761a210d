"""One message for all places where a check fails: a line of a template is one fault, on however many pages."""


def none_of(found):
    found = list(found)
    assert not found, f"{found[0]}" + (f"\n… and {len(found) - 1} more:\n" + "\n".join(found[1:8]) if found[1:] else "")
