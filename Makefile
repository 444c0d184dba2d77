PYTHON ?= $(firstword $(wildcard .venv/bin/python) python3)

.PHONY: bench docs fuzz

# How fast it is, as a table of ratios; `make bench WHAT="render layout"` for some of them only.
bench:
	@$(PYTHON) -m tests.bench $(WHAT)

# The manual in build/docs, in Norwegian and English (needs the docs group of pyproject.toml).
docs:
	@$(PYTHON) docs/build.py

# A long search for a file that reise has no answer to, on all cores; guided where atheris is installed.
fuzz:
	@$(PYTHON) -m tests.fuzz $(WHAT)
