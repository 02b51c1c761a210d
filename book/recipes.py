"""The part Recipes: its pages, and the Markdown fence that lists them on its index, a card for each.

    ```recipes
    ```

A card has the name and the description that the recipe's page gives of itself, and the page's first picture, made small.
"""
import html
import re

import yaml
from pymdownx.superfences import SuperFencesException

from book import ROOT
from book.drawn import picture as drawn
from book.path import page_of
from book.shapes.fence import picture as shapes
from book.shapes.record import Fault

PART, INDEX = "레시피", "recipes.md"
PICTURE = re.compile(r"(?ms)^```(shapes|drawn) (\w+)( values)?\n(.*?)^```$")


def kinds(config):
    """(kind, its pages) as the `nav` of mkdocs.yml lists them."""
    part = next(part[PART] for part in config.nav if PART in part)
    for entry in part:
        if isinstance(entry, dict):
            yield from entry.items()


def written(page, lang):
    """The page, and what it says of itself."""
    text = (ROOT / "docs" / lang / page).read_text()
    return text, yaml.safe_load(text.split("---\n")[1])


def behind(page, config) -> list[str]:
    """The text of each page that this one has a card of."""
    members = [each for _, pages in kinds(config) for each in pages] if page.file.src_uri == INDEX else []
    return [written(each, config.theme["language"])[0] for each in members]


def addressed(page, here) -> str:
    return here.files.get_file_from_path(page).url_relative_to(here.file)


def card(page, lang, address) -> str:
    text, about = written(page, lang)
    if not (found := PICTURE.search(text)):
        raise Fault(f"docs/{lang}/{page} has no picture for its card: ```shapes or ```drawn")
    kind, listing, values, body = found.groups()
    folder = page.removesuffix(".md")
    small = shapes(folder, listing, body, bool(values), lang) if kind == "shapes" else drawn(folder, listing, body)
    return (f'<li><a href="{address}"><span aria-hidden="true">{small}</span><b>{html.escape(about["menu"])}</b></a>'
            f'<p>{html.escape(about["description"])}</p></li>')


def fence(source, language, class_name, options, md, **_) -> str:
    here = page_of(md)
    config = here.config
    lang = config.theme["language"]
    try:
        cards = [(config.extra["parts"].get(kind, kind), [card(page, lang, addressed(page, here)) for page in pages]) for kind, pages in kinds(config)]
    except Fault as fault:
        raise SuperFencesException(str(fault)) from None
    return "".join(f'<p class="kind">{kind}</p><ul class="cards">{"".join(each)}</ul>' for kind, each in cards)


FENCE = {"name": "recipes", "class": "recipes", "format": fence}
