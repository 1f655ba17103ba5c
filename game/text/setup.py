"""Before the first turn: what to play, whom to be, from when and for how long, asked in numbered choices."""

from collections.abc import Sequence
from random import SystemRandom

from attrs import evolve

from game.content import ScenarioError, load, names
from game.engine.errors import GameError, nearest_word
from game.engine.scenario import Length, Scenario
from game.session.match import Match, new_match
from game.session.options import BOTH, Options, file_to_load, held_in, opponent, people_of
from game.session.save import autosave_in, load_match, saved_games
from game.text.console import Console
from game.text.guide import SCENARIO, SEAT, Guide
from game.text.sitting import Sitting

Choices = Sequence[tuple[str, str]]


def choose(console: Console, question: str, choices: Choices) -> str:
    """The word of the numbered choice somebody makes; Enter makes the first."""
    console.say(question)
    for number, (_, title) in enumerate(choices, 1):
        console.say(f"  {number}. {title}")
    words = [word for word, _ in choices]
    while True:
        answer = console.ask("Number (Enter for 1):").lower()
        if answer.isdigit() and 0 < int(answer) <= len(words):
            return words[int(answer) - 1]
        if answer in ("", *words):
            return answer or words[0]
        console.say(f"'{answer}' is none of these{nearest_word(answer, words)}; type a number from 1 to {len(words)}.")


def sitting_for(options: Options, console: Console) -> Sitting:
    """Everything ready for the first turn. Raises GameError, ScenarioError or OSError for what cannot be."""
    if options.load:
        return _loaded(options, console)
    options, guided = _asked_scenario(options, console)
    scenario = load(options.scenario, options.language)
    options = _asked_rest(options, scenario, console)
    people = people_of(options, scenario)
    seed = options.seed or ("0" if console.scripted else str(SystemRandom().randrange(1, 1_000_000)))
    players = {seat: opponent(options) for seat in scenario.seat_ids if seat not in people}
    match = new_match(scenario, options.start, options.length, players, seed)
    return _sitting(match, console, people, options, guided)


def _sitting(match: Match, console: Console, people: tuple[str, ...], options: Options, guided: bool) -> Sitting:
    kept = None if console.scripted else autosave_in(options.saves)
    return Sitting(match=match, people=people, saves=options.saves, autosave=kept, console=console, guide=Guide(guided))


def _loaded(options: Options, console: Console) -> Sitting:
    match, trouble = load_match(file_to_load(options))
    people = held_in(match, options)
    if trouble:
        console.say(f"Of this game: {trouble}.")
    sitting = _sitting(match, console, people, options, guided=False)
    sitting.replace(match)
    sitting.told.clear()
    return sitting


def _asked_scenario(options: Options, console: Console) -> tuple[Options, bool]:
    """What to play; whether it is the guided opening, as the two villages are for whoever has never played them."""
    if options.scenario == SCENARIO and not options.seat and not console.scripted and not _played(options):
        return evolve(options, seat=SEAT), True
    if options.scenario:
        return options, False
    if console.scripted:
        raise GameError(f"a script needs a scenario; there are: {', '.join(names())}")
    console.head("Plenipotentiary")
    console.say("You hold a country's full powers at the table, with its factions behind your back.")
    chosen = choose(console, "What would you like to play?", [("", _GUIDED), *_scenarios()])
    if chosen:
        return evolve(options, scenario=chosen), False
    return evolve(options, scenario=SCENARIO, seat=SEAT), True


def _played(options: Options) -> bool:
    """Whether a game of the two villages is kept."""
    return any(each.record is not None and each.record.scenario == SCENARIO for each in saved_games(options.saves))


_GUIDED = "The guided opening: two villages, five minutes, learn by doing"


def _scenarios() -> list[tuple[str, str]]:
    titled = []
    for name in sorted(names(), key=lambda each: each == SCENARIO):
        try:
            titled.append((name, load(name).title))
        except ScenarioError:
            continue
    return titled


def _asked_rest(options: Options, scenario: Scenario, console: Console) -> Options:
    """Seat, start and length, as far as they are open and somebody can be asked."""
    if console.scripted:
        return evolve(options, seat=options.seat or scenario.seat_ids[0])
    if not options.seat:
        options = evolve(options, seat=choose(console, "Whose seat is yours?", _seats(scenario)))
    if not options.start and len(scenario.starts) > 1:
        starts = [(each.id, each.title) for each in scenario.starts]
        options = evolve(options, start=choose(console, "When does it begin?", starts))
    spans = _lengths(scenario, options.start)
    if not options.length and len(spans) > 1:
        lengths = [(each.id, f"{each.title}, about {each.minutes} minutes") for each in spans]
        options = evolve(options, length=choose(console, "How much of it?", lengths))
    return options


def _lengths(scenario: Scenario, start: str) -> tuple[Length, ...]:
    """The lengths that the start called *start* can be played in; all when there is no such start."""
    chosen = next((each for each in scenario.starts if each.id == start), None)
    return scenario.lengths_from(chosen) if chosen else scenario.lengths


def _seats(scenario: Scenario) -> Choices:
    seats = [(seat.id, f"{seat.title}. {' '.join(seat.text.split())}") for seat in scenario.seats]
    return [*seats, (BOTH, "Both: two people take turns at this keyboard")]
