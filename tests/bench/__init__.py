"""How fast reise is, as ratios between two things that are measured in turn in one run.

    python -m tests.bench              every benchmark, a row of a markdown table each
    python -m tests.bench check one    only these

A time says as much about the machine as about the program, and a timed test fails on a busy one;
so nothing here is collected by pytest, and every figure is a ratio: A B A B ..., the median of what
each pair says. CPU (of a process with all its children) hardly minds what else the machine does; wall is what
somebody waits for. Each row says which of the two it goes by.
"""
