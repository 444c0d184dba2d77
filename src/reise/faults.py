"""What nobody foresaw, told by its kind and place; its message could hold what a journey says."""

import re


class Failed(Exception):  # noqa: N818 - says what became of the work
    """Work in another process raised what nobody foresaw; the message is its kind and place."""


def place_of(error: BaseException) -> str:
    """Return kind, module and line of an error; of one in another process, where it arose there."""
    if isinstance(error, Failed):
        return str(error)
    trace, place = error.__traceback__, "?"
    there = re.findall(r'[/\\](reise[/\\][\w/\\]+)\.py", line (\d+)', str(error.__cause__ or ""))
    if there:
        name, line = there[-1]
        room = name.replace("/", ".").replace("\\", ".")
        return f"{type(error).__name__} {room}:{line}"
    while trace:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("reise"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}"
