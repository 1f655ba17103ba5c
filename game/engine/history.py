"""What was signed in fact: the reference treaties and the documented lines of play."""

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.issue import IssueId, OptionId
from game.engine.source import Citation


@frozen
class Article:
    """What a historical treaty says on one issue, in our words, with its sources."""

    option: OptionId
    text: str
    cite: tuple[Citation, ...] = ()


@frozen
class Treaty:
    """A historical text to lay a player's text beside."""

    id: str
    title: str
    signed: str
    """Day of signature, YYYY-MM-DD, New Style."""
    fate: str
    """What became of it, in a sentence."""
    articles: Mapping[IssueId, Article]
    cite: tuple[Citation, ...] = ()

    @property
    def terms(self) -> Mapping[IssueId, OptionId]:
        return {issue: article.option for issue, article in self.articles.items()}


@frozen
class Line:
    """A documented course of events, as a record that replays to its documented ending."""

    id: str
    title: str
    record: str
    """The record's file, relative to the scenario's folder."""
    ending: str
    text: str = ""
    cite: tuple[Citation, ...] = ()


@frozen
class History:
    """Everything a player's treaty is compared with."""

    treaties: tuple[Treaty, ...] = ()
    lines: tuple[Line, ...] = field(default=())

    def treaty(self, treaty_id: str) -> Treaty:
        """The treaty called *treaty_id*; raises StopIteration when there is none."""
        return next(each for each in self.treaties if each.id == treaty_id)
