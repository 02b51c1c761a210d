"""Shows in a listing of the path what is new since the listing above it: new lines have a bar, and a long run of old ones is folded.

All is computed from the two listings. The program stays whole: the copy button and what runs it in the page read every line.
"""
import difflib
import re
from itertools import groupby

SHARED = 1 / 2    # of the shorter one's lines, before a listing counts as the next version of another
LONG = 6          # old lines in a row that are worth a fold
WORDS = {"ko": "앞과 같은 {}줄", "en": "{} lines as above"}


def written(lines) -> int:
    return sum(bool(line.strip()) for line in lines)


def old_lines(lines: list[str], above: list[list[str]]) -> set[int]:
    """The places of the lines that stood in the most similar listing above; none where there is no such listing."""
    best = set()
    for other in reversed(above):
        blocks = difflib.SequenceMatcher(None, other, lines, autojunk=False).get_matching_blocks()
        old = {place for block in blocks for place in range(block.b, block.b + block.size)}
        shared = written(lines[place] for place in old)
        if shared >= SHARED * min(written(lines), written(other)) and shared > written(lines[place] for place in best):
            best = old
    return best


def runs(lines: list[str], old: set[int]):
    """(is it old?, places) in turn. An empty line is new between new lines only."""
    full = [place for place, line in enumerate(lines) if line.strip()]

    def is_old(place):
        around = max((other for other in full if other <= place), default=None), min((other for other in full if other >= place), default=None)
        return any(other in old for other in around)

    for kind, run in groupby(range(len(lines)), is_old):
        yield kind, list(run)


def shown(source: str, html: str, above: list[list[str]], lang: str) -> str:
    """The painted listing with its new lines marked and its old ones folded."""
    lines = source.strip("\n").split("\n")
    old = old_lines(lines, above)
    begin, code, end = re.fullmatch(r"(?s)(.*?<code[^>]*>)(.*?)\n?(</code>.*)", html).groups()
    painted = code.split("\n")
    if not old or len(painted) != len(lines):
        return html
    text, changed = "", "changed " * (len(old) < len(lines))
    for is_old, run in runs(lines, old):
        part = "".join(painted[place] + "\n" for place in run)
        if not is_old:
            text += f"<ins>{part}</ins>"
        elif len(run) >= LONG:
            classes = [found[1] for place in run if (found := re.match(r"class (\w+)", lines[place]))]
            label = " · ".join([*classes, WORDS[lang].format(len(run))])
            text += f'<label><input type="checkbox" aria-label="{label}"></label><span class="old">{part}</span>'
        else:
            text += part
    return begin.replace('class="', f'class="{changed}', 1) + text + end
