"""One rule for what varies or drowns a message, for the records and for the recordings."""
import os
import re


def clean(text: str) -> str:
    """No colours, no addresses, no dumped configs, no folders of this machine, no guesses that only a newer Python makes."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = re.sub(r"0x[0-9a-f]{6,}", "0x…", text)
    text = re.sub(r"\. Did you mean: '[^'\n]*'\?", "", text)
    text = re.sub(r"\{.{120,}\}", "{…}", text)
    text = text.replace(os.getcwd() + "/", "")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
