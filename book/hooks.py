"""What MkDocs calls: each event, and who answers it. What a Markdown extension or a template can do is no hook."""
import re
import sys
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # plain `mkdocs` looks in this file's folder only

from mkdocs.plugins import CombinedEvent, event_priority

from book import SNIPPETS, api, downloads, drawn, notebooks, place, quick, recipes, search, since, terms, twins
from book.exports import site as exports
from book.here import site as here
from book.shapes import fence as shapes
from book.stepper import fence as stepper


def with_our_markdown(config):
    # Not in YAML, which would not find their modules.
    config.mdx_configs["pymdownx.superfences"] = {
        "custom_fences": [stepper.FENCE, shapes.FENCE, drawn.FENCE, recipes.FENCE, {"name": "*", "class": "highlight", "format": exports.linked}]}
    config.markdown_extensions.extend([terms.TooltipExtension(), api.LinksExtension()])
    # What the listing printed when the checks ran it, so that no version is typed.
    config.extra["versions"] = (SNIPPETS / "index/versions.out").read_text().strip()


def without_empty_lines(output, page, config):
    """The templates leave hundreds of them; half a KiB of each page as it is sent."""
    return filled(output)


@lru_cache(512)  # serve writes the same pages at each edit
def filled(output):
    return re.sub(r"(?s)(<pre\b.*?</pre>)|\n\s*\n", lambda found: found[1] or "\n", output)


on_startup = place.started
on_config = CombinedEvent(place.taken, twins.located, twins.addressed, with_our_markdown, here.ready, exports.found)
on_nav = twins.in_its_language
on_env = CombinedEvent(quick.compiled_templates, exports.gathered, quick.composed_once)
on_files = CombinedEvent(  # mkdocs-jupyter has made pages of the labs, and makes none of a download
    event_priority(-100)(notebooks.executed_labs), event_priority(-100)(downloads.published), event_priority(-100)(quick.seen))
on_pre_page = CombinedEvent(event_priority(-100)(notebooks.as_markdown), event_priority(-200)(quick.rendered_once))
on_page_markdown = since.on_the_page
on_page_content = twins.named_in_the_menu
on_page_context = CombinedEvent(
    twins.alternate, event_priority(100)(search.for_the_index), event_priority(-100)(search.for_the_reader))  # around the search plugin
on_post_page = CombinedEvent(notebooks.taken_away, twins.among_files, without_empty_lines)
on_post_build = CombinedEvent(quick.kept_for_the_next, here.furnished, exports.written, twins.second_book, event_priority(-100)(search.as_written))
