"""Run it here: real Keras in the reader's page, from files of the site itself. `../../docs/en/here.md` tells the reader."""
from book import ROOT

FOLDER = ROOT / "book/here"
CACHE = ROOT / ".cache/here"
