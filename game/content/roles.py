"""Roles of a class: who a student is in a delegation, from a scenario's `roles.yaml` or the ones that are shipped."""

from pathlib import Path

from attrs import frozen

from game.content.builder import Builder, Shape
from game.content.draft import Trail
from game.content.problem import ScenarioError, error_at
from game.content.reader import MAX_BYTES, Fields, Items, read, too_large

RIGHTS = ("speak", "order", "draft", "vote", "consent")
"""What a role may do: speak at the table, answer news and give orders, write drafts, vote on them before they are said
aloud, and vote at home for a faction. Everybody may read what the delegation knows, comment, and write notes."""
SHIPPED = Path(__file__).resolve().parents[1] / "classroom" / "roles.yaml"


@frozen
class Role:
    """One part in a delegation; they are given out in the order of the file."""

    id: str
    title: str
    text: str
    """What somebody in this role does, said to them."""
    may: tuple[str, ...] = ()
    delegate: bool = True
    """Whether it belongs to a delegation; else to the table, like the press."""


def read_roles(folder: Path) -> tuple[Role, ...]:
    """The roles of the scenario in *folder*, or the shipped ones. Raises ScenarioError with what is wrong with them."""
    own = folder / "roles.yaml"
    path = own if own.is_file() else SHIPPED
    if path.stat().st_size > MAX_BYTES:
        raise ScenarioError((too_large(path.as_posix()),))
    node, problems = read(path.read_text(encoding="utf-8"), path.as_posix())
    builder = Builder(problems=list(problems))
    trail: Trail = ("roles",)
    found: tuple[Role, ...] = ()
    if isinstance(node, Fields):
        listed = builder.record(Shape("roles.yaml", {"roles": object}, frozenset({"roles"})), node, ())["roles"]
        if isinstance(listed, Items):
            found = builder.items(Role, listed, trail, 0)
    for place, role in enumerate(found):
        for number, right in enumerate(role.may):
            if right not in RIGHTS:
                spot = builder.values[(*trail, place, "may", number)]
                builder.problems.append(error_at(spot, "unknown-right", f"no right is called '{right}'"))
    if builder.problems:
        raise ScenarioError(builder.problems)
    return found
