PYTHON ?= $(firstword $(wildcard .venv/bin/python) python3)

.PHONY: bench

# How fast it is, as a table of ratios; `make bench WHAT="render layout"` for some of them only.
bench:
	@$(PYTHON) -m tests.bench $(WHAT)
