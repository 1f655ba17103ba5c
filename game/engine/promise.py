"""What an author promises of a scenario, to be proved by many seeded games."""

from attrs import frozen


@frozen
class Promise:
    """One statement about what happens in self-played games, as a share with bounds."""

    id: str
    text: str
    measure: str
    """What is counted: `ending ratified`, `fate war`, `passes qing livadia-1879`, `clause tekes china_paid`…"""
    start: str = ""
    length: str = ""
    games: int = 200
    seed: str = "1"
    at_least: float | None = None
    """Per cent; fails when even the upper end of the interval lies below."""
    at_most: float | None = None
    """Per cent; fails when even the lower end of the interval lies above."""
