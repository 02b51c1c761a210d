export NO_MKDOCS_2_WARNING = 1
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := serve
.PHONY: serve test build record bench faults backends old-keras lock clean

serve: .venv/ready  ## read the book at http://localhost:8000/ while you write it
	@$(BIN)/mkdocs serve

test: .venv/ready .venv/browser  ## prove every page
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

build: .venv/ready  ## write both books to site/, strictly
	@$(BIN)/mkdocs build --strict

record: .venv/ready  ## play every listing and write what it printed beside it
	@$(BIN)/python -m book.listings

bench: .venv/ready  ## time the proof against its limits
	@$(BIN)/python -m book.bench

faults: .venv/ready .venv/browser  ## break copies of the book in every way we know, and see each caught
	@$(BIN)/python -m book.faults $(ONLY)

backends: .venv/ready .venv-jax/ready .venv-torch/ready  ## play what claims to be portable on three backends
	@$(BIN)/python -m book.backends

old-keras: .venv/ready  ## hold the contract to the oldest Keras that it names, and to the newest; downloads both
	@$(BIN)/python -m book.old_keras

lock: .venv/ready  ## resolve requirements.in anew
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" requirements.in -o requirements.txt

clean:
	rm -rf .venv .venv-jax .venv-torch site .cache

.venv/ready: requirements.txt
	@echo "Setting up .venv (a few minutes, once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "This book is proven on Python 3.11; name one with make PYTHON=…")'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@echo 'export NO_MKDOCS_2_WARNING=1' >> $(BIN)/activate  # plain mkdocs is as quiet as make
	@touch $@

.venv-%/ready: requirements-%.txt
	@echo "Setting up .venv-$* (a few minutes, once)"
	@$(PYTHON) -m venv --clear .venv-$*
	@.venv-$*/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# A Chromium for the browser tests and a font for Korean: what is there, else Debian's, else Playwright's.
APT = $$([ "$$(id -u)" = 0 ] || echo sudo -n) apt-get -qq
.venv/browser: .venv/ready
	@$(BIN)/python -m book.browser || { $(APT) update && $(APT) install -y chromium >/dev/null; } || $(BIN)/playwright install chromium
	@fc-list :lang=ko 2>/dev/null | grep -q . || $(APT) install -y fonts-nanum >/dev/null || echo "Without a Korean font the browser tests see empty boxes"
	@touch $@
