"""Every text of a scenario, for checks that read."""

from collections.abc import Iterator
from typing import Any

from game.content.draft import Draft, Trail, field_names
from game.engine.condition import Condition


def texts(draft: Draft) -> Iterator[tuple[Trail, str]]:
    """The texts and ids in the values of the scenario, with the trail of each; a list of texts one by one."""
    for trail, each in draft.everything:
        kind: Any = type(each)
        for name in field_names(kind) if kind is not Condition else ():
            value = getattr(each, name)
            for place, text in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(text, str):
                    yield ((*trail, name, place) if isinstance(value, tuple) else (*trail, name)), text
