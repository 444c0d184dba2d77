"""Builds the manual: `python docs/build.py [FOLDER]`, or `make docs`, which puts it in build/docs."""

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

TITLES = {"nb": "Håndbok for reise", "en": "The reise manual"}
_DOCS = Path(__file__).parent


def build(language: str, target: Path) -> int:
    """Build the manual in one language, and return 0 where all is well; a warning is an error."""
    import made
    from sphinx.cmd.build import main as sphinx

    made.make(language, _DOCS / "made" / language)
    title = f"html_title={TITLES[language]}"
    told = ["-q", "-W", "--keep-going", "-E", "-b", "html", "-c", str(_DOCS)]
    told += ["-D", f"language={language}", "-D", title, "-d", str(_DOCS / "made" / ".doctrees" / language)]
    return sphinx([*told, str(_DOCS / language), str(target / language)])


def main(target: Path) -> int:
    """Build the manual in both languages into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(len(TITLES)) as workers:
        codes = list(workers.map(build, TITLES, [target] * len(TITLES)))
    shutil.copy(_DOCS / "start.html", target / "index.html")
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/docs")))
