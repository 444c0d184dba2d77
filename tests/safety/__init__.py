"""That nobody is harmed by a map, and no evening is spoilt: a letter a section, a test a row of bad input."""
