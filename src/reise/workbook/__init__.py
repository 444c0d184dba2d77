"""A journey as a spreadsheet: an empty workbook to fill in, and the way back to YAML."""

from reise.workbook.importing import Imported, bring_in
from reise.workbook.new import new_workbook

__all__ = ["Imported", "bring_in", "new_workbook"]
