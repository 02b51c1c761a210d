"""The table of `make backends` speaks of today's listings. That command itself needs two more environments, and minutes."""
import re

import pytest

from book import SNIPPETS
from book.backends import PAGE, PORTABLE, verdict


def test_the_table_counts_no_listing_that_is_gone():
    """A new listing waits for the next `make backends`, which a workflow runs each week: adding a page is five touches."""
    said = {page: int(count) for page, count, *_ in (line.split() for line in (PAGE / "table.txt").read_text().splitlines()[1:])}
    pages = [listing.parent.name for listing in PORTABLE]
    gone = [page for page, count in said.items() if count > (len(pages) if page == "all" else pages.count(page))]
    gone += [each for each in re.findall(r"[\w-]+/\w+", (PAGE / "differs.txt").read_text()) if not (SNIPPETS / f"{each}.py").exists()]
    assert not gone, f"snippets/backends/ speaks of {gone}, where listings have gone; run make backends"
    assert said["all"] == sum(said.values()) - said["all"], "the rows of snippets/backends/table.txt do not add up; run make backends"


@pytest.mark.parametrize("listing", [each for each in PORTABLE if each.parent == PAGE], ids=lambda listing: listing.stem)
def test_the_comparison_has_what_the_listing_prints(listing):
    compared = listing.with_suffix(".txt").read_text()
    for line in listing.with_suffix(".out").read_text().splitlines():
        assert all(part in compared for part in line.split(": ", 1)), f"{listing.stem}.txt lacks “{line}”; run make backends"


@pytest.mark.parametrize("one, two, word", [
    ("loss 0.25 -1e-3", "loss 0.25 -1e-3", "same"),
    ("[ 0.25 -1.5e-03]", "[-0.125  2.]", "numbers"),
    ("(6, 3) call(EagerTensor)", "torch.Size([6, 3]) call(Tensor)", "names"),
    ("shape (6, 3)", "shape (6, 4)", "other output"),
    ("True", "False", "other output"),
])
def test_what_may_differ(one, two, word, tmp_path):
    listing = tmp_path / "listing.py"
    listing.with_suffix(".out").write_text(one + "\n")
    assert verdict(listing, two + "\n", None) == word
    assert verdict(listing, two + "\n", "ValueError") == "ValueError"
