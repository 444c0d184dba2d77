PYTHON ?= $(firstword $(wildcard .venv/bin/python) python3)

.PHONY: bench docs fuzz mutants

# How fast it is, as a table of ratios; `make bench WHAT="render layout"` for some of them only.
bench:
	@$(PYTHON) -m tests.bench $(WHAT)

# The manual in build/docs, in Norwegian and English (needs the docs group of pyproject.toml).
docs:
	@$(PYTHON) docs/build.py

# A long search for a file that reise has no answer to, on all cores; guided where atheris is installed.
fuzz:
	@$(PYTHON) -m tests.fuzz $(WHAT)

# How much the tests of guard, source and rules notice: the source is changed at one place after another.
# `make mutants WHAT="--room guard --sample 120 --seed 7"` for more of one of them.
mutants:
	@$(PYTHON) -m tests.mutants $(WHAT)
