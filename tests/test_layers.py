"""Who may import whom, and how long a file and a function may be: read from the source, without running it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GAME = ROOT / "game"

LAYERS: dict[str, set[str]] = {
    "engine": set(),
    "content": {"engine"},
    "players": {"engine"},
    "session": {"engine", "content", "players"},
    "prose": {"engine"},
    "text": {"engine", "content", "session", "prose"},
    "desktop": {"engine", "content", "session", "prose"},
    "classroom": {"engine", "content", "session", "prose"},
    "authoring": {"engine", "content", "players", "session", "prose"},
    "cli": {"engine", "content", "players", "session", "prose", "text", "desktop", "classroom", "authoring"},
    "__init__": {"engine", "content", "session"},  # what outsiders may use
    "__main__": {"cli"},
}
"""For each part of `game`, the other parts it may import."""

EXCEPTIONS = {("game.authoring.preview", "text"), ("game.authoring.preview", "desktop")}
"""Modules that may import one part more: a preview is drawn as the player will see it."""

CLOSED = {
    "players": {"game.engine.state", "game.engine.rules"},  # an opponent sees a SeatView, never the whole game
    "prose": {"game.engine.rules"},
    "text": {"game.engine.rules"},  # a front asks the view and the menu; it never derives a rule again
    "desktop": {"game.engine.rules"},
    "classroom": {"game.engine.rules"},
    "authoring": {"game.engine.rules"},
}
"""Modules that stay closed to a layer although the package they are in is open to it."""

CALCULATION = {
    *("bisect", "collections", "difflib", "enum", "fractions", "functools", "hashlib", "heapq", "itertools"),
    *("math", "operator", "re", "statistics", "string", "types", "typing"),
}
PURE = {
    "engine": CALCULATION | {"random.Random"},  # the type of an argument; no generator is made there
    "players": CALCULATION | {"random.Random"},
}
"""The standard modules of a pure layer: they touch neither files nor the clock, the network or a log."""

PACKAGES = {
    "attrs": set(LAYERS),
    "yaml": {"content"},
    "platformdirs": {"content", "session", "cli"},
    "rich": {"text", "authoring", "cli"},
    "pygame": {"desktop"},
    "accesskit": {"desktop"},
    "starlette": {"classroom"},
    "uvicorn": {"classroom"},
    "h11": {"classroom"},
    "segno": {"classroom"},
    "jinja2": {"classroom", "authoring"},
    "distributed": {"authoring"},
    "polib": {"content", "authoring"},
}
"""Each package we do not write ourselves, and the layers that may import it."""

LONGEST_FILE = 350
LONGEST_FUNCTION = 30


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def layer_of(module: str) -> str:
    """The part of `game` that *module* belongs to; `game` alone is its `__init__`."""
    return [*module.split("."), "__init__"][1]


def imported(tree: ast.AST) -> Iterator[str]:
    """Everything that *tree* imports, with its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            yield from (f"{origin(source, alias.name)}.{alias.name}" for alias in node.names)


def origin(package: str, name: str) -> str:
    """Where *name* comes from when it is imported from *package*: an `__init__` may have it from a module."""
    passing_on = ROOT.joinpath(*package.split("."), "__init__.py")
    if package == "game" or not passing_on.is_file():
        return package
    for node in ast.walk(ast.parse(passing_on.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and name in {alias.asname or alias.name for alias in node.names}:
            return node.module or package
    return package


def wrong_imports(module: str, source: str) -> list[str]:
    """A sentence for every import of *module* that the tables above forbid."""
    return [
        f"{module} imports {target}: {reason}"
        for target in imported(ast.parse(source))
        if (reason := objection(module, target))
    ]


def objection(module: str, target: str) -> str:
    """Why *module* may not import *target*; empty if it may."""
    layer = layer_of(module)
    if layer not in LAYERS:
        return f"tests/test_layers.py has no row for {layer}"
    if target.startswith("."):
        return "imports are written in full"
    if target.split(".")[0] == "game":
        return objection_to_ours(module, target)
    return objection_to_outsider(layer, target)


def objection_to_ours(module: str, target: str) -> str:
    layer, other = layer_of(module), layer_of(target)
    if any(target == closed or target.startswith(closed + ".") for closed in CLOSED.get(layer, ())):
        return f"it is closed to {layer}"
    if other == layer or other in LAYERS[layer] or (module, other) in EXCEPTIONS:
        return ""
    return f"{layer} may import only {', '.join(sorted(LAYERS[layer])) or 'itself'}"


def objection_to_outsider(layer: str, target: str) -> str:
    package = target.split(".")[0]
    if package in PACKAGES:
        return "" if layer in PACKAGES[package] else f"it belongs to {', '.join(sorted(PACKAGES[package]))}"
    if layer in PURE and not {package, target} & PURE[layer]:
        return f"{layer} touches nothing outside itself"
    return ""


def long_functions(name: str, source: str) -> list[str]:
    """A sentence for every function of more than thirty lines, from `def` to its end without the docstring."""
    return [
        f"{name}:{node.lineno} {node.name} has {length} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := length_of(node)) > LONGEST_FUNCTION
    ]


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return length
    first = function.body[0]
    return length - ((first.end_lineno or first.lineno) - first.lineno + 1)


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(GAME.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def test_imports_go_downward_only():
    found = [sentence for path, source in sources() for sentence in wrong_imports(module_name(path), source)]

    assert found == []


def test_no_file_is_longer_than_350_lines():
    found = [
        f"{path.relative_to(ROOT)}: {lines}" for path, s in sources() if (lines := len(s.splitlines())) > LONGEST_FILE
    ]

    assert found == []


def test_no_function_is_longer_than_30_lines():
    found = [s for path, source in sources() for s in long_functions(path.relative_to(ROOT).as_posix(), source)]

    assert found == []


def test_an_import_against_the_grain_is_found():
    assert wrong_imports("game.engine.rules", "import random")
    assert wrong_imports("game.engine.rules", "from game.content import load")
    assert wrong_imports("game.engine.rules", "def late():\n    import json")
    assert wrong_imports("game.players.mirror", "from game.engine.state import State")
    assert wrong_imports("game.players.mirror", "from pathlib import Path")
    assert wrong_imports("game.text.render", "from game.engine import rules")
    assert wrong_imports("game.text.render", "from game.desktop.layout import spots")
    assert wrong_imports("game.text.render", "from game import load")
    assert wrong_imports("game.session.match", "from . import save")
    assert wrong_imports("game.content.reader", "import pygame")
    assert wrong_imports("game.elsewhere.thing", "import math")


def test_an_import_with_the_grain_is_let_through():
    assert wrong_imports("game.engine.rules", "from collections.abc import Mapping\nfrom attrs import frozen") == []
    assert wrong_imports("game.players.mirror", "from random import Random") == []
    assert wrong_imports("game.session.match", "import json\nfrom game.players import ROSTER") == []
    assert wrong_imports("game.authoring.preview", "from game.text import render") == []
    assert wrong_imports("game.cli", "from game.text.console import run") == []


def test_a_function_is_measured_without_its_docstring():
    body = "    x = 1\n" * 29

    assert long_functions("m.py", f"def f():\n{body}") == []
    assert long_functions("m.py", f'def f():\n    """Two\n    lines."""\n{body}') == []
    assert long_functions("m.py", f"def f():\n{body}    return x\n") == ["m.py:1 f has 31 lines"]
