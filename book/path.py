"""The path: the pages of the door Learn, in the order of the menu. Some things are done for its readers only."""


def path(config) -> list[str]:
    """Their files, as the `nav` of mkdocs.yml lists them."""
    return next(iter(config.nav[0].values()))


def page_of(md):
    """The page that a Markdown extension renders: MkDocs' own treeprocessor knows it and, by its config, the language."""
    return md.treeprocessors["relpath"]


def on_path(md) -> bool:
    page = page_of(md)
    return page.file.src_uri in path(page.config)
