"""From a layout to HTML: repeats what the layout says, and decides nothing.

Each kind of page is a module of its own, so that a map does not wait for what a comparison needs.
"""
