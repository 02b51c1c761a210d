"""Each trap breaks the promise that its page names, in both languages. The path speaks of promises from the page on that teaches them."""
import itertools
import re

import pytest

from book import ROOT
from book.listings import LISTINGS, name, outcome
from book.pages import LANGUAGES, config, where
from book.path import path

BEFORE = [*itertools.takewhile(lambda page: page != "test-it.md", path(config("ko")))]


@pytest.mark.parametrize("listing", [listing for listing in LISTINGS if listing.stem.startswith("trap_")], ids=name)
def test_a_trap_breaks_the_promise_that_its_page_names(listing):
    broken = {promise for promise, _ in outcome(listing).found["broken"]}
    for lang in LANGUAGES:
        page = ROOT / "docs" / lang / f"{listing.parent.name}.md"
        below = page.read_text().split(f'"{name(listing)}.out"')[1]
        said = re.split(r'(?m)^#+ |"[\w-]+/trap_', below)[0]
        named = set(re.findall(r"\[`([a-z0-9-]+)`\]\(testing\.md#promises\)", said))
        if not named and page.name in BEFORE:
            continue
        assert named, f"{where(page)}: below {name(listing)}.py name the promise that it breaks, as [`{min(broken)}`](testing.md#promises)"
        assert named <= broken, f"{where(page)}: says that {name(listing)}.py breaks {named - broken}; it breaks {broken}"
