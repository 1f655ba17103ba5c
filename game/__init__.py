"""Plenipotentiary: a turn-based game of treaty-making.

For people who write their own players or tools, six names are promised here:

    from game import load, start, legal_actions, apply, view_for, replay

    scenario = load("two-villages")
    state = start(scenario)                      # or start(scenario, chapter="1880", length="lesson")
    menu = legal_actions(state, "hill")          # what a seat may do: menu.why_not(action), menu.sample(rng)
    step = apply(state, action)                  # step.state, step.events; raises IllegalAction with a sentence
    view = view_for(state, "hill")               # all that seat may know, and nothing else
    replayed = replay(scenario, record)          # a recorded game again: replayed.state

Who must act next is `view.waiting`; "chance" stands there when no seat decides, and its menu has odds.
A player of one's own is any object with a `name`, an `about`, a claim `deterministic`, and
`decide(view, rng) -> Action`; `game.session.match.Match` lets it play.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.content import load
    from game.engine.record import replay
    from game.engine.rules import apply, legal_actions, start, view_for

__all__ = ["apply", "legal_actions", "load", "replay", "start", "view_for"]

_FROM = {
    "load": "game.content",
    "replay": "game.engine.record",
    **dict.fromkeys(("apply", "legal_actions", "start", "view_for"), "game.engine.rules"),
}


def __getattr__(name: str) -> Any:
    """A promised name, imported when it is asked for: whoever wants one part of us does not wait for all."""
    if name not in _FROM:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_FROM[name]), name)
