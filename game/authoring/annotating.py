"""Problems as annotations of a GitHub workflow, which shows each at its line of a change."""

from game.content import Problem


def annotation(problem: Problem) -> str:
    """The workflow command for one problem: `::error file=…,line=…,col=…,title=CODE::sentence`."""
    spot = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in spot.items() if value)
    hint = f" (did you mean '{problem.suggestion}'?)" if problem.suggestion else ""
    return f"::{problem.severity} {told}::{_message(problem.message + hint)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
