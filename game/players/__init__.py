"""Opponents: the names on the menu, and how to make one. Each sees only a SeatView and the chance it is given."""

from collections.abc import Mapping

from game.engine.errors import GameError, nearest_word
from game.players.bargainer import Bargainer
from game.players.baseline import Agreeable, RandomPlayer, Stubborn
from game.players.mirror import Mirror
from game.players.player import Player

STATESMAN = Bargainer(
    "statesman",
    "looks for the text you like best among those good enough for its own side, and says why it refuses",
)
CARETAKER = Bargainer(
    "caretaker",
    "keeps a seat while its person is away: a statesman that stays within the mandate and vows nothing",
    obeys=True,
    vows=False,
)
CONCEDER = Bargainer("conceder", "yields early and always a little more", concession=3.0, reciprocity=1.0)
FIRM = Bargainer("firm", "yields late", concession=0.45)

ROSTER: Mapping[str, Player] = {
    player.name: player
    for player in (STATESMAN, FIRM, CONCEDER, Mirror(), Agreeable(), Stubborn(), RandomPlayer(), CARETAKER)
}
"""Every opponent by its name."""


def player_named(name: str) -> Player:
    """The opponent called *name*; raises GameError with the nearest name."""
    if name not in ROSTER:
        raise GameError(f"no player is called '{name}'{nearest_word(name, ROSTER)}; there are: {', '.join(ROSTER)}")
    return ROSTER[name]
