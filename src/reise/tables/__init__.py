"""A comparison as data: JSON, CSV and XLSX, with a codebook; the same numbers as on paper.

The room lies beside `page`: it turns a comparison into bytes in the words of a language, and draws nothing.
"""

from reise.tables.csv import as_csv
from reise.tables.json import as_json
from reise.tables.rows import Sheet
from reise.tables.shared import shared_json, shared_sheets
from reise.tables.sheets import sheets
from reise.tables.xlsx import as_xlsx

__all__ = ["Sheet", "as_csv", "as_json", "as_xlsx", "shared_json", "shared_sheets", "sheets"]
