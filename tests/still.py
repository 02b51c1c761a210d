"""A page without motion: what fades in is there at once, so nobody waits for it on a fast machine or looks too early on a slow one."""
CSS = "*, ::before, ::after { transition: none !important; animation: none !important }"
PALETTES = {"light": "default", "dark": "slate"}  # as Material names them


def scheme(page, name):
    """The page in this palette, light or dark, as it ends."""
    page.emulate_media(color_scheme=name)
    page.locator(f"body[data-md-color-scheme={PALETTES[name]}]").wait_for()
