"""Cards: what happened, what may be answered, and what each answer would change."""

from collections.abc import Iterator

from game.engine.card import Card, Choice
from game.engine.view import SeatView
from game.prose.conditions import ONLY_IF, plainly
from game.prose.effects import effects_in_words
from game.prose.sources import marked
from game.prose.words import listed, sentence


def card_lines(view: SeatView, card: Card) -> Iterator[str]:
    """The news itself, and what it changes at once."""
    yield f"News: {sentence(card.title)}"
    yield f"  {marked(card.text, card.cite)}"
    if at_once := effects_in_words(view, card.effects, card.decides):
        yield f"  At once: {sentence(at_once)}"


def choice_lines(view: SeatView) -> Iterator[str]:
    """The answers to the card in hand, numbered, with their effects; those that are not open come last."""
    assert view.menu is not None and view.seat is not None
    yield "Your answer:"
    closed: dict[str, list[tuple[str, str]]] = {}
    for number, offer in enumerate(view.menu.choices, 1):
        if offer.why_not:
            reason = plainly(view, offer.why_not).partition(ONLY_IF)[2]
            closed.setdefault(reason, []).append((str(number), f"“{offer.choice.title}”"))
        else:
            yield f"  {number}. {choice_in_words(view, offer.choice)}"
    for reason, offers in closed.items():
        numbers, titles = zip(*offers, strict=True)
        are = "is" if len(offers) == 1 else "are"
        yield f"  {', '.join(numbers)}. Not now: {listed(titles)} {are} open only if {reason}."


def choice_in_words(view: SeatView, choice: Choice) -> str:
    """A choice and what it changes."""
    return f"{sentence(choice.title)} This means: {sentence(choice_changes(view, choice))}"


def choice_changes(view: SeatView, choice: Choice) -> str:
    """What a choice changes, known before it is made."""
    assert view.seat is not None
    return effects_in_words(view, choice.effects, view.seat) or "nothing that can be counted"


def aftermath(card: Card, choice_id: str) -> Iterator[str]:
    """What followed a choice, and what was done in fact."""
    choice = next((each for each in card.choices if each.id == choice_id), None)
    if choice is not None and choice.text:
        yield f"  {' '.join(choice.text.split())}"
    if card.history:
        yield f"  What happened in fact: {marked(card.history, card.cite)}"
