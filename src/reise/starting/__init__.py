"""How a journey, and a folder of them, begins."""

from reise.starting.journey import Beginning, first_text, problems_of
from reise.starting.place import write_new

__all__ = ["Beginning", "first_text", "problems_of", "write_new"]
