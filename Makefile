PYTHON ?= $(firstword $(wildcard .venv/bin/python) python3)

.PHONY: bench docs

# How fast it is, as a table of ratios; `make bench WHAT="render layout"` for some of them only.
bench:
	@$(PYTHON) -m tests.bench $(WHAT)

# The manual in build/docs, in Norwegian and English (needs the docs group of pyproject.toml).
docs:
	@$(PYTHON) docs/build.py
