"""Checks of one-line conditions and named effects: every name means something, and gets the value it needs."""

from collections.abc import Iterator
from functools import cache, partial

from game.content.draft import Draft, Finding, Known, Trail, refer
from game.content.problem import nearest
from game.content.references import envoys, issues, options, seats, voters
from game.engine.card import Choice
from game.engine.condition import Condition
from game.engine.effect import ALL, OTHER, OWN, TARGET, Effect
from game.engine.epilogue import LASTING
from game.engine.phase import Ending
from game.engine.scenario import OrderKind, Target, Verb

_PLAIN = ("turn", "date", "signed", "refused", "incidents")


def condition_names(draft: Draft) -> Iterator[Finding]:
    during = _conditions_know(draft)
    if during is None:
        return
    after = during | _names_at_the_end(draft)
    for trail, each in draft.everything:
        known = after if trail[:1] in (("fates",), ("years",)) else during
        for name, column in each.names if isinstance(each, Condition) else ():
            if name not in known:
                message = f"a condition knows no '{name}'"
                yield Finding(trail, "unknown-name", message, nearest(name, known), column=column)


def _names_at_the_end(draft: Draft) -> frozenset[str]:
    """What only the conditions of fates may read: how the game ended."""
    scenario = draft.scenario
    names = {f"treaty.{issue.id}.{option.id}" for issue in scenario.issues for option in issue.options}
    names |= {f"ended.{ending}" for ending in Ending} | {f"durability.{word}" for word in LASTING}
    return frozenset(names | {f"near.{treaty.id}" for treaty in scenario.history.treaties} | {"wars"})


def _conditions_know(draft: Draft) -> Known:
    scenario = draft.scenario
    parts = (
        draft.ids(scenario.cards, "cards"),
        seats(draft),
        issues(draft),
        draft.ids(scenario.meters, "meters"),
        *(voters(draft, seat) for seat in scenario.seat_ids),
        *(options(draft, each.id) for each in scenario.issues),
    )
    if any(each is None for each in parts):
        return None
    names = {*_PLAIN, *_meter_names(draft), *(f"happened.{each.id}" for each in scenario.cards)}
    names |= {f"chose.{card.id}.{choice.id}" for card in scenario.cards for choice in card.choices}
    clauses = {f"{issue.id}.{option.id}" for issue in scenario.issues for option in issue.options}
    names |= {f"{family}.{clause}" for family in ("offered", "signed") for clause in clauses}
    names |= {f"refused.{seat}" for seat in scenario.seat_ids}
    names |= {f"{seat}.{each.id}.favour" for seat, brief in scenario.briefs.items() for each in brief.factions}
    return frozenset(names)


def _meter_names(draft: Draft) -> set[str]:
    shared = {each.id for each in draft.scenario.meters if each.scope == "shared"}
    own = {f"{seat.id}.{each.id}" for seat in draft.scenario.seats for each in draft.scenario.meters}
    return shared | {name for name in own if name.partition(".")[2] not in shared}


def effect_names(draft: Draft) -> Iterator[Finding]:
    """Every effect names something that can move, by a number or to a word as that needs."""
    known = cache(partial(_effects_know, draft))
    for trail, each in draft.everything:
        for place, effect in enumerate(getattr(each, "effects", ())):
            yield from _effect(draft, (*trail, "effects", place), effect, known(_words_of(each)))


def _words_of(holder: object) -> frozenset[str]:
    """The words beside seats' ids that effects may begin with at this place."""
    if isinstance(holder, OrderKind):
        return frozenset({OWN, OTHER} | ({TARGET} if holder.target is Target.FACTION else set()))
    return frozenset({OWN, OTHER} if isinstance(holder, Choice) else ())


def _effect(draft: Draft, trail: Trail, effect: Effect, known: Known) -> Iterator[Finding]:
    head = effect.path[0]
    if head in ("status_quo", "envoy"):
        yield from _set(draft, trail, effect)
        return
    if effect.word:
        message = f"'{effect.name}' moves by a whole number such as +3, not '{effect.word}'"
        yield Finding(trail, "effect-needs-number", message)
    if known is not None and effect.name not in known:
        yield Finding(
            trail, "unknown-name", f"an effect knows no '{effect.name}' here", nearest(effect.name, known), on_key=True
        )


def _set(draft: Draft, trail: Trail, effect: Effect) -> Iterator[Finding]:
    head, _, rest = effect.name.partition(".")
    if head == "status_quo":
        yield from refer(trail, rest, issues(draft), "issue", on_key=True)
        yield from refer(trail, effect.word, options(draft, rest), "option")
    else:
        yield from refer(trail, rest, seats(draft), "seat", on_key=True)
        yield from refer(trail, effect.word, envoys(draft, rest), "envoy")


def _effects_know(draft: Draft, words: frozenset[str]) -> Known:
    scenario, people = draft.scenario, draft.scenario.people
    groups = draft.ids(people.groups, "people", "groups")
    parts = (groups, seats(draft), draft.ids(scenario.meters, "meters"), *(voters(draft, s) for s in scenario.seat_ids))
    if any(each is None for each in parts) or draft.doubtful(("people", "columns")):
        return None
    names = _meter_names(draft) | {"incident"}
    names |= {f"{seat}.{each.id}.favour" for seat, brief in scenario.briefs.items() for each in brief.factions}
    names |= {f"{seat}.{ALL}.favour" for seat in scenario.seat_ids}
    names |= {f"people.{group.id}.{column}" for group in people.groups for column in people.columns}
    for word in words - {TARGET}:
        names |= {f"{word}.{each.id}" for each in scenario.meters if each.scope == "seat"} | {f"{word}.{ALL}.favour"}
    return frozenset(names | ({f"{TARGET}.favour"} & {f"{word}.favour" for word in words}))


def orders_name_what_they_need(draft: Draft) -> Iterator[Finding]:
    for place, order in enumerate(draft.scenario.orders):
        if order.does is Verb.STAND and order.target is not Target.CLAUSE:
            message = "an order that takes a stand needs 'target: clause'"
            yield Finding(("orders", place, "target"), "order-target", message)


def choices_have_a_chooser(draft: Draft) -> Iterator[Finding]:
    """Who decides has choices; who has choices decides, and hears of the card."""
    for place, card in enumerate(draft.scenario.cards):
        trail: Trail = ("cards", place)
        if card.choices and not card.decides:
            yield Finding((*trail, "choices"), "nobody-decides", "choices need a seat that decides")
        if card.decides and not card.choices:
            yield Finding((*trail, "decides"), "nothing-to-decide", f"'{card.decides}' has nothing to choose from")
        if card.decides and card.seen_by not in ("", card.decides):
            message = f"'{card.decides}' decides about a secret of '{card.seen_by}'"
            yield Finding((*trail, "seen_by"), "unseen-choice", message)
