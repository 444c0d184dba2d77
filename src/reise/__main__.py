"""Run as `python -m reise`."""

from reise.cli import main

if __name__ == "__main__":
    main()
