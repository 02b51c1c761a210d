"""The plan for teachers says of each page of the path how long it takes, as that page does itself, and adds up right."""
import re

import pytest
import yaml

from book import ROOT
from book.pages import LANGUAGES


def minutes(lang):
    """Of each page that takes some."""
    said = {page.name: yaml.safe_load(page.read_text().split("---")[1]) for page in (ROOT / "docs" / lang).glob("*.md")}
    return {page: meta["minutes"] for page, meta in said.items() if "minutes" in meta}


def tables(lang):
    """(page, minutes) of each row of each table; a sum has no page."""
    for table in re.findall(r"(?m)(?:^\|.*\n)+", (ROOT / f"docs/{lang}/teachers.md").read_text()):
        yield [(re.sub(r".*\((.+?)\).*|.*", r"\1", cells[1]), int(cells[2])) for row in table.splitlines()[2:] if (cells := row.split("|"))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_of_the_path_is_in_the_plan_with_its_minutes(lang):
    planned = [row for table in tables(lang) for row in table if row[0]]
    assert dict(planned) == minutes(lang)
    assert len(planned) == len(dict(planned)), "a page is in two lessons"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_minutes_of_each_table_add_up(lang):
    for *rows, (page, total) in tables(lang):
        assert not page and total == sum(time for _, time in rows), f"docs/{lang}/teachers.md: {rows} add up to {sum(time for _, time in rows)}"
