import yaml

workflow = """\
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        backend: [tensorflow, jax, torch]
    env:
      KERAS_BACKEND: ${{ matrix.backend }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install ".[test]" ${{ matrix.backend }}
      - run: pytest
"""
jobs = yaml.safe_load(workflow)["jobs"]
print(workflow)
for backend in jobs["test"]["strategy"]["matrix"]["backend"]:
    print(f"KERAS_BACKEND={backend} {jobs['test']['steps'][-1]['run']}")
