"""From a layout to HTML: repeats what the layout says, and decides nothing."""

from reise.page.aligned import aligned_parts
from reise.page.html import case_map_html
from reise.page.report import report_html
from reise.page.ways import ways_parts

__all__ = ["aligned_parts", "case_map_html", "report_html", "ways_parts"]
