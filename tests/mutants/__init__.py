"""How much the tests notice: changes the source on purpose, one place at a time, and runs them."""
