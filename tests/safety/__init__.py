"""That nobody is harmed by a map, and no evening is spoilt: a file a section, a test a row of bad inputs."""
