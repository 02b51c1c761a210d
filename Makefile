# What a reader has set for other work must not reach the book; its programs get their environment from book/environment.py.
unexport PYTEST_ADDOPTS PYTEST_PLUGINS PYTHONPATH PYTHONHOME PYTHONWARNINGS PYTHONHASHSEED PYTHONSTARTUP PYTHONOPTIMIZE
unexport KERAS_BACKEND KERAS_HOME MPLCONFIGDIR MPLBACKEND COLUMNS
export NO_MKDOCS_2_WARNING = 1
export PYTHONUTF8 = 1
FITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do $$python -c '$(FITS)' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
.DEFAULT_GOAL := serve
.PHONY: serve test build zip pdf record here bench faults backends old-keras versions lock clean browser

serve: .venv/ready .cache/here/ready  ## read the book at http://localhost:8000/ while you write it
	@$(BIN)/mkdocs serve

test: .venv/ready browser .cache/here/ready  ## prove every page
	@$(BIN)/python -m pytest -q -n 2 --maxschedchunk 2 $(ONLY)

build: .venv/ready .cache/here/ready  ## write both books to site/, strictly
	@$(BIN)/mkdocs build --strict

zip: .venv/ready .cache/here/ready  ## write the whole book to dist/, to read from a folder
	@$(BIN)/python -m book.offline

pdf: build browser  ## print the part Learn to dist/, in both languages
	@$(BIN)/python -m book.paper

record: .venv/ready browser .cache/here/ready  ## play every listing and write what it printed beside it
	@$(BIN)/python -m book.listings
	@$(BIN)/python -m book.away new
	@$(BIN)/python -m book.here.play

here: .venv/ready browser  ## fetch what runs in the page, and see which listings hold there
	@$(BIN)/python -m book.here.fetch
	@$(BIN)/python -m book.here.play

bench: .venv/ready browser  ## time the proof, part by part, against its limits
	@$(BIN)/python -m book.bench $(ONLY)

faults: .venv/ready browser  ## break copies of the book in every way we know, and see each caught
	@$(BIN)/python -m book.faults $(ONLY)

backends: .venv/ready .venv-jax/ready .venv-torch/ready  ## play what claims to be portable on three backends
	@$(BIN)/python -m book.backends
	@$(BIN)/python -m book.away

old-keras: .venv/ready  ## hold the contract to the oldest Keras that it names, and to the newest; downloads both
	@$(BIN)/python -m book.old_keras

versions: .venv/ready  ## play the listings on other releases of Keras and on its nightly; downloads them
	@$(BIN)/python -m book.versions $(ONLY)

lock: .venv/ready  ## resolve requirements.in anew
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" requirements.in -o requirements.txt
	@$(BIN)/python -m book.lock

clean:
	rm -rf .venv .venv-jax .venv-torch site dist .cache

.venv/ready: requirements.txt
	@echo "Setting up .venv (a few minutes, once)"
	@$(or $(PYTHON),python3) -c '$(FITS)' || { echo "This book runs on Python 3.11, 3.12 and 3.13, and $(or $(PYTHON),python3) is none of them. Install one, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@echo 'export NO_MKDOCS_2_WARNING=1' >> $(BIN)/activate  # plain mkdocs is as quiet as make
	@touch $@

# What runs in the page. A book without it has no Run buttons, and is whole otherwise.
.cache/here/ready: book/here/sources.toml | .venv/ready
	@$(BIN)/python -m book.here.fetch && touch $@ || true

.venv-%/ready: requirements-%.txt
	@echo "Setting up .venv-$* (a few minutes, once)"
	@$(PYTHON) -m venv --clear .venv-$*
	@.venv-$*/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# A Chromium for the browser tests and a font for Korean: what is there, else Debian's, else Playwright's. Each may go again.
APT = $$([ "$$(id -u)" = 0 ] || echo sudo -n) apt-get -qq
browser: .venv/ready
	@$(BIN)/python -m book.browser || { echo "Installing one"; { $(APT) update && $(APT) install -y chromium >/dev/null; } || $(BIN)/playwright install chromium; }
	@fc-list :lang=ko 2>/dev/null | grep -q . || $(APT) install -y fonts-nanum >/dev/null || echo "Without a Korean font the browser tests see empty boxes"
