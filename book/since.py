"""What pages say of other versions, all of it from what `make versions` wrote: a sentence below a listing."""
import functools
import re

from book.differs import DIFFERS, PLAYED, PROVEN, REASONS, SUBSTANCE, minor, order, played, proven, reasons, rows, spoken
from book.listings import current

SHOWN = re.compile(  # a listing with its record
    r'(?m)^(?P<indent> *)```python\n\1--8<-- "(?P<listing>[\w-]+/\w+)\.py"\n\1```$'
    r'(?:\n\n\1```(?:output|pytb)\n\1--8<-- "[\w./-]+"\n\1```$)?')
WHEN = {
    "ko": {"before": "Keras {} 전에는", "on": "Keras {}에서는", "next": "개발 중인 Keras {}에서는"},
    "en": {"before": "Before Keras {}", "on": "On Keras {}", "next": "On the coming Keras {}"},
}
WHAT = {
    "ko": {"behaviour": "결과가 다릅니다", "feature": "실행되지 않습니다", "error": "다른 오류가 납니다"},
    "en": {"behaviour": "the result differs", "feature": "this doesn't run", "error": "the error differs"},
}
HOLDS = {
    "ko": "이 책의 예제 {1}개 가운데 {2}개만 빼고, [Keras {0}](changed.md)에서 결과가 같습니다. 그 {2}개에는 무엇이 다른지 적혀 있습니다.",
    "en": "Of this book's {1} listings, all but {2} give the same result on [Keras {0}](changed.md). Each of those says below it what differs.",
}


def releases() -> list[str]:
    """The versions that were played, to the one that the tests play, oldest first; none before the first `make versions`."""
    own = minor(proven())
    return sorted({own, *(each for each in played() if order(each) < order(own))}, key=order) if played() else []


def when(versions: list[str], lang: str) -> str:
    known, words = releases(), WHEN[lang]
    if not set(versions) <= set(known):
        return words["next"].format(spoken(versions))
    if versions == known[:len(versions)]:
        return words["before"].format(known[len(versions)])
    return words["on"].format(spoken(versions))


def holds(lang: str) -> list[str]:
    """On which releases the book holds, and but for how many listings; nothing before the first `make versions`."""
    known = releases()
    if not known:
        return []
    otherwise = {row.listing for row in rows() if row.kind in SUBSTANCE and set(row.versions.split()) & set(known) and not row.listing.startswith("changed/")}
    return [HOLDS[lang].format(spoken(known), played()[known[0]][1], len(otherwise))]


def marks(lang: str) -> dict[str, list[str]]:
    """{listing: sentences}, of those that do otherwise somewhere; other words alone are nothing to say."""
    return read(lang, tuple(current(file) for file in (DIFFERS, REASONS, PLAYED, PROVEN)))


@functools.cache
def read(lang: str, files) -> dict[str, list[str]]:
    """Once for all pages: it was half of a build's time."""
    told = {reason.name: getattr(reason, lang) for reason in reasons()}
    found = {"index/versions": holds(lang)}
    for row in rows():
        if row.kind in SUBSTANCE and not row.listing.startswith("changed/"):  # that page shows both records
            old = [each for each in row.versions.split() if each in releases()]
            for versions in filter(None, (old, [each for each in row.versions.split() if each not in old])):
                found.setdefault(row.listing, []).append(f"[{when(versions, lang)}](changed.md) {WHAT[lang][row.kind]}. {told[row.reason]}")
    return found


def marked(markdown: str, lang: str) -> str:
    """The page's source with a sentence below each listing that goes otherwise on another Keras."""
    said = marks(lang)

    def below(found):
        lines = said.get(found["listing"], [])
        return found[0] + "".join(f"\n\n{found['indent']}{line}\n{found['indent']}{{ .since }}" for line in lines)
    return SHOWN.sub(below, markdown)


def on_the_page(markdown, page, config, files):
    return marked(markdown, config.theme["language"])
