"""`python -m tests.fuzz` looks for a file to which reise has no answer."""
