"""Whatever stands in a file, reise has an answer: `python -m tests.fuzz` looks for a file to which it has none."""
