"""What some tests need of the machine. A skip says what is missing; under CI nothing may be, so there they run and fail."""
import os

import pytest

from book.here.fetch import complete

PACK = pytest.mark.skipif(
    not complete() and "CI" not in os.environ, reason="what runs in the page was not fetched, so the book has no Run buttons; make here fetches it")
