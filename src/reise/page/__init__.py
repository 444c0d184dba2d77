"""From a case map to HTML: repeats what the layout says, and decides nothing."""

from reise.page.html import case_map_html

__all__ = ["case_map_html"]
