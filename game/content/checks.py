"""All checks of a scenario, and what they find in a draft. Each is one function: a draft in, findings out."""

from collections.abc import Callable, Iterator

from game.content import calendar, facts, happenings, naming, references, weighing, wording
from game.content.draft import Draft, Finding
from game.content.lint import ladders, letters, lives, reading, sources, wants, words, zones
from game.content.problem import Problem, Severity

Check = Callable[[Draft], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    naming.format_known,
    naming.unique_ids,
    naming.well_formed_ids,
    naming.two_seats,
    naming.every_seat_has_a_file,
    naming.something_is_there,
    references.table_references,
    references.issue_references,
    references.brief_references,
    references.character_references,
    references.card_references,
    references.codex_references,
    references.promise_references,
    references.history_references,
    references.people_references,
    references.war_references,
    references.cited_sources,
    weighing.within_bounds,
    weighing.low_below_high,
    weighing.meters,
    weighing.known_meters_fit,
    weighing.shares_add_up,
    weighing.every_option_has_a_value,
    weighing.worth_spans_the_scale,
    weighing.ladder_length,
    calendar.dates,
    calendar.turns_in_order,
    calendar.starts_leave_time,
    wording.condition_names,
    wording.effect_names,
    wording.orders_name_what_they_need,
    wording.choices_have_a_chooser,
    happenings.possible_conditions,
    happenings.cards_can_come,
    facts.facts_have_sources,
    facts.news_is_sourced_or_compared,
    lives.lives_in_order,
    lives.offices_within_lives,
    ladders.worth_follows_the_ladder,
    reading.cards_are_short,
    letters.characters_can_be_drawn,
    words.words_are_not_avoided,
    sources.sources_are_used,
)

PLAYED: tuple[Check, ...] = (
    zones.something_to_agree_on,
    zones.instructions_leave_room,
    wants.options_are_wanted,
)
"""Checks that begin to play, and so can look only at a scenario without errors."""


def check(draft: Draft) -> tuple[Problem, ...]:
    """Everything wrong with the draft, reading faults first told, in the order of files and lines."""
    found = {*draft.problems, *_run(CHECKS, draft)}
    if not any(each.severity is Severity.ERROR for each in found):
        found |= {*_run(PLAYED, draft)}
    return tuple(sorted(found, key=lambda each: (each.path, each.line, each.column, each.message)))


def _run(checks: tuple[Check, ...], draft: Draft) -> Iterator[Problem]:
    return (draft.problem(each) for run in checks for each in run(draft) if not draft.doubtful(each.trail))
