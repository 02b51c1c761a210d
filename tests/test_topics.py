"""What a serious reader of this subject expects, and the listing that teaches it: tests/topics.tsv, checked on both books."""
import pytest

from book import ROOT, SNIPPETS
from book.pages import LANGUAGES

TOPICS = [line.split("\t") for line in (ROOT / "tests/topics.tsv").read_text().splitlines()]


@pytest.mark.parametrize("topic, page, listing", TOPICS)
def test_a_topic_is_taught_by_a_listing_in_both_books(topic, page, listing):
    assert (SNIPPETS / page / f"{listing}.py").exists(), f"{topic}: there is no snippets/{page}/{listing}.py"
    for lang in LANGUAGES:
        assert f'--8<-- "{page}/{listing}.py"' in (ROOT / "docs" / lang / f"{page}.md").read_text(), f"{topic}: docs/{lang}/{page}.md does not show {listing}.py"
