"""A check of options that nobody at either table could want: another is as good for all, and better for some."""

from collections.abc import Iterator, Mapping, Sequence

from game.content.draft import Draft, Finding
from game.content.problem import Severity
from game.engine.issue import Issue, OptionId
from game.engine.scenario import Scenario
from game.engine.utility import faction_table, seat_table


def options_are_wanted(draft: Draft) -> Iterator[Finding]:
    scenario = draft.scenario
    linked = {clause for brief in scenario.briefs.values() for link in brief.links for clause in link.clauses.items()}
    for place, issue in enumerate(scenario.issues):
        voices = _voices(scenario, issue)
        for rung, option in enumerate(issue.options):
            better = "" if option.claim_only or (issue.id, option.id) in linked else _better(issue, option.id, voices)
            if better:
                message = (
                    f"nobody could want '{option.id}': '{better}' is as good for every seat and faction, or better"
                )
                trail = ("issues", place, "options", rung, "id")
                yield Finding(trail, "nobody-wants", message, severity=Severity.WARNING)


def _voices(scenario: Scenario, issue: Issue) -> Sequence[Mapping[OptionId, float]]:
    """The points of the issue's options to each seat and to each faction."""
    briefs = scenario.briefs.values()
    factions = [faction_table(brief, faction.id)[issue.id] for brief in briefs for faction in brief.factions]
    return [*(seat_table(brief)[issue.id] for brief in briefs), *factions]


def _better(issue: Issue, option: OptionId, voices: Sequence[Mapping[OptionId, float]]) -> OptionId:
    """An option that no voice likes less than *option* and some voice likes more; empty when there is none."""
    for other in issue.options:
        gains = [voice[other.id] - voice[option] for voice in voices]
        if min(gains) >= 0 and max(gains) > 0:
            return other.id
    return ""
