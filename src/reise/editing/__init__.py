"""Changing files without harming them: laying them out, mending what is certain, writing journeys."""

from reise.editing.corrections import Corrected, better_line, corrected, corrections
from reise.editing.formatting import formatted, styled
from reise.editing.writer import yaml_of

__all__ = ["Corrected", "better_line", "corrected", "corrections", "formatted", "styled", "yaml_of"]
