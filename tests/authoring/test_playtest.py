"""The playtest: planted defects are named at their lines, what is sound is not accused, and games can be replayed."""

import io
import re

import pytest
from attrs import evolve

from game.authoring.playtest import balance, coverage, dominance
from game.authoring.playtest.command import Asked, count, run
from game.authoring.playtest.counts import Counts
from game.authoring.playtest.finding import Finding
from game.authoring.playtest.findings import Places, findings
from game.authoring.playtest.schedule import PAIRINGS, schedule_of
from game.content import load
from game.content.folder import read_folder
from game.engine.card import Card, Choice
from game.engine.errors import GameError
from game.engine.record import read_record, replay
from game.session.digest import Digest, Schedule, digest_batch, play_digests
from game.session.selfplay import Result
from tests.content.conftest import Village, village  # noqa: F401 - a fixture

GAMES = 126
"""Six rounds of all pairings: enough for findings, and for a second or two."""
HILL, DALE, EVENTS, SCENARIO = "seats/hill.yaml", "seats/dale.yaml", "events/months.yaml", "scenario.yaml"


def played(spoilt: Village, games: int = GAMES) -> tuple[Counts, tuple[Finding, ...]]:
    """The playtest of a scenario; its folder must be new, for games are opened once and remembered by its name."""
    folder = spoilt.write()
    counts = count(Asked(str(folder), games, folder / "unused.html", workers=1))
    draft = read_folder(folder)
    return counts, findings(counts, Places(draft.values, draft.folder))


def codes(spoilt: Village) -> dict[str, Finding]:
    return {each.code: each for each in played(spoilt)[1]}


def spot(spoilt: Village, finding: Finding) -> tuple[str, int, int]:
    path = finding.place.path.removeprefix(f"{spoilt.folder.as_posix()}/")
    return path, finding.place.line, finding.place.column


CARD = """cards:
  - id: ¶comet
    title: A comet
    text: A comet stands over both villages.
    {}
    history: None was seen.
    cite: ["INVENTED throughout A"]
"""
ANSWERED = """cards:
  - id: comet
    title: A comet
    text: A comet stands over both villages.
    decides: hill
    choices:
      - {{id: bow, title: Bow, effects: {{hill.all.favour: {bow}}}}}
      - {{id: ¶laugh, title: Laugh, effects: {{hill.all.favour: {laugh}}}}}
    history: None was seen.
    cite: ["INVENTED throughout A"]
"""
PAID = """cards:
  - id: comet
    title: A comet
    text: A comet stands over both villages.
    decides: hill
    choices:
      - {id: bow, title: Bow}
      - {id: ¶laugh, title: Laugh, effects: {"status_quo.spring": dale, "status_quo.wood": dale}}
    history: None was seen.
    cite: ["INVENTED throughout A"]
"""
ORDER = """orders:
  - id: ¶bonfire
    title: Light a bonfire
    text: It costs everything and does nothing.
    cost: {capital: 8}
    effects: {tension: +1}
"""

PLANTED = [
    ("card-never-came", lambda v: v.file("events/comet.yaml", CARD.format("when: tension >= 99"))),
    ("card-always-came", lambda v: v.file("events/comet.yaml", CARD.format("weight: 100000"))),
    ("choice-never-chosen", lambda v: v.file("events/comet.yaml", ANSWERED.format(bow="+8", laugh="-60"))),
    ("choice-always-chosen", lambda v: v.file("events/comet.yaml", ANSWERED.format(bow="-60", laugh="+8"))),
    ("choice-costs", lambda v: v.file("events/comet.yaml", PAID)),
    ("order-never-given", lambda v: v.edit(SCENARIO, "orders:\n", ORDER)),
]


@pytest.mark.parametrize(("code", "plant"), PLANTED, ids=[code for code, _ in PLANTED])
def test_a_planted_defect_is_named_at_its_line(village, code, plant):  # noqa: F811
    spoilt = plant(village)

    found = [each for each in played(spoilt)[1] if each.code == code]

    assert spoilt.marked in [spot(spoilt, each) for each in found]


def test_two_villages_are_accused_of_nothing_but_their_one_good_text(village):  # noqa: F811
    # spring for wood is the only text of six that betters things for both, as scenario.yaml says
    assert set(codes(village)) == {"one-text"}


def sullen(village: Village) -> Village:  # noqa: F811
    """The two villages with a Hill that would pass no text at all."""
    return village.edit(HILL, "favour: -6", "favour: -90").edit(HILL, "favour: 0", "favour: -90")


TRADE = {"spring": "dale", "wood": "hill"}


def made_up(*games: Digest) -> Counts:
    """Counts of games that were never played, of the two villages between statesmen."""
    schedule = Schedule("two-villages", "1", (("spring", "crisis"),), (("statesman", "statesman"),), ("hill", "dale"))
    return Counts(load("two-villages"), schedule, games)


def game(
    number: int, hill: float = 50, dale: float = 50, opened_by: str = "hill", stuck: int = 0, **text: str
) -> Digest:
    """A game that ended with the trade in force, or with it changed by *text*."""
    package = {**TRADE, **text}
    result = Result("ratified", 3, package, {"hill": hill, "dale": dale})
    clauses = frozenset(package.items())
    return Digest(number, result, clauses, (package,), {}, frozenset(), opened_by, (), stuck)


def told(judge, *games: Digest) -> list[tuple[str, int]]:
    return [(each.code, each.game) for each in judge(made_up(*games))]


def test_an_ending_that_is_all_but_certain_is_foregone():
    mixed = [
        evolve(game(n), result=evolve(game(n).result, ending="no_treaty" if n % 2 else "ratified")) for n in range(80)
    ]

    assert told(balance.endings, *(game(n) for n in range(80))) == [("foregone-ending", -1)]
    assert told(balance.endings, *mixed) == []


def test_a_clause_on_which_all_texts_agree_decides_itself():
    alike = [game(n) for n in range(80)]

    assert [code for code, _ in told(coverage.clauses_that_decide_themselves, *alike)] == ["clause-decided"] * 2
    split = [game(n, spring="shared") for n in range(80, 100)]  # 20 of 100: only the wood is all alike
    assert len(told(coverage.clauses_that_decide_themselves, *alike, *split)) == 1


def answers(laughs: float, bows: float, laughed: int = 40, decides: str = "hill") -> Counts:
    """Games in which Hill was asked about a comet, and what it took home after each of its two answers."""
    choices = (Choice("bow", "Bow"), Choice("laugh", "Laugh"))
    comet = Card("comet", "A comet", "It stands over both.", decides=decides, choices=choices)
    games = []
    for number in range(80):
        answer, points = ("laugh", laughs) if number < laughed else ("bow", bows)
        chance = number % 5 - 2  # a spread of two points either way that has nothing to do with the answer
        made = game(number, hill=points + chance)
        games.append(evolve(made, result=evolve(made.result, happened={"comet": answer})))
    counts = made_up(*games)
    return evolve(counts, scenario=evolve(counts.scenario, cards=(comet,)))


def test_an_answer_that_nobody_should_give_is_told_with_what_it_costs():
    (found,) = dominance.costly_choices(answers(laughs=40, bows=60))

    assert (found.code, found.trail) == ("choice-costs", ("cards", 0, "choices", 1, "id"))
    # each mean of 40 has a variance of 2 (of -2 to 2) times 40/39, and the reach of a difference adds two of them
    assert f"20.0 ± {1.96 * (2 * 2 * (40 / 39) / 40) ** 0.5:.1f} points below 'Bow'" in found.sentence


@pytest.mark.parametrize(
    "counts",
    [
        answers(laughs=51, bows=60),  # nine points are not a trap
        answers(laughs=40, bows=60, laughed=20),  # seen too rarely
        answers(laughs=40, bows=60, decides=""),  # nobody was asked
    ],
    ids=["small", "rare", "nobody's"],
)
def test_an_answer_is_not_accused_of_little_or_on_little(counts):
    assert list(dominance.costly_choices(counts)) == []


def test_answers_are_compared_among_games_of_the_same_players():
    """All who laugh are beginners, who take home little whatever they answer."""
    counts = answers(laughs=40, bows=60)
    schedule = evolve(counts.schedule, pairings=(("random", "statesman"),) * 40 + (("statesman", "statesman"),) * 40)

    assert list(dominance.costly_choices(evolve(counts, schedule=schedule))) == []


def test_an_order_that_a_side_gives_and_no_other_is_told():
    lobbies = [evolve(game(n), orders={("hill", "lobby"): 2}) for n in range(40)]
    varied = [evolve(each, orders={("hill", order.id): 1 for order in load("two-villages").orders}) for each in lobbies]

    codes_told = [code for code, _ in told(coverage.orders, *lobbies)]
    assert codes_told.count("order-for-everything") == 1
    assert codes_told.count("order-never-given") == len(load("two-villages").orders) - 1
    assert told(coverage.orders, *varied) == []


def test_an_envoy_who_never_sits_down_and_a_fate_that_is_never_told_are_named():
    silent = [game(n) for n in range(30)]
    spoken = [evolve(each, envoys=frozenset({("hill", "ann"), ("dale", "ben")})) for each in silent]
    crossing = load("yita-1962")
    ends = [evolve(each, result=evolve(each.result, fate="order")) for each in silent]

    assert [code for code, _ in told(coverage.envoys, *silent)] == ["envoy-never-spoke"] * 2
    assert told(coverage.envoys, *spoken) == []
    untold = {each.trail for each in coverage.fates(evolve(made_up(*ends), scenario=crossing))}
    assert untold == {("fates", n, "id") for n, fate in enumerate(crossing.fates) if fate.id != "order"}


def test_skill_does_not_tell_where_a_beginner_takes_home_as_much():
    pairings = (("statesman", "statesman"), ("statesman", "random"), ("random", "statesman"))

    def judged(beginner: float) -> list[str]:
        games = [game(n, hill=beginner if n % 3 == 2 else 60, dale=beginner if n % 3 == 1 else 60) for n in range(120)]
        counts = made_up(*games)
        return [
            each.code for each in balance.skill(evolve(counts, schedule=evolve(counts.schedule, pairings=pairings)))
        ]

    assert judged(beginner=60) == ["skill-does-not-tell"] * 2
    assert judged(beginner=40) == []


def test_an_option_in_no_text_is_told_and_one_in_a_single_text_is_not():
    thirty = [game(n) for n in range(30)]

    silent = [each.sentence for each in coverage.options(made_up(*thirty))]

    assert [each.partition(" (")[0] for each in silent] == ["'Hill's alone'", "'Day and night'", "'Dale fells'"]
    assert len(list(coverage.options(made_up(*thirty, game(30, spring="shared"))))) == 2
    assert list(coverage.options(made_up(*thirty[:29]))) == []  # too few to speak of


def test_a_side_is_ahead_only_when_the_whole_interval_says_so():
    assert told(balance.sides, *(game(n, hill=70, dale=50) for n in range(40))) == [("lopsided", -1)]
    assert told(balance.sides, *(game(n, hill=64, dale=50) for n in range(40))) == []
    # a mean of 20 with a spread of 100: 1.96 x 100 / sqrt(40) is 31, and the interval reaches below 15
    assert told(balance.sides, *(game(n, hill=70 + 100 * (-1) ** n, dale=50) for n in range(40))) == []


def test_the_first_offer_decides_when_whoever_makes_it_gains_by_it():
    ahead = [game(n, hill=60, dale=50) if n % 2 else game(n, hill=50, dale=60, opened_by="dale") for n in range(80)]

    assert told(balance.sides, *ahead) == [("first-offer-decides", -1)]
    assert told(balance.sides, *(game(n, opened_by="dale") for n in range(80))) == []


def test_offers_that_lie_for_turns_are_going_in_circles():
    moving, stuck = [game(n) for n in range(30)], [game(n, stuck=3) for n in range(30, 50)]

    assert told(balance.loops, *moving, *stuck) == [("going-in-circles", 30)]
    assert told(balance.loops, *moving, *stuck[:4]) == []


def test_a_table_nobody_can_leave_with_a_treaty_is_out_of_reach_and_a_dead_end(village):  # noqa: F811
    spoilt = sullen(village)

    found = codes(spoilt)

    assert {"treaty-out-of-reach", "dead-end"} <= set(found)
    assert spot(spoilt, found["dead-end"])[0] == SCENARIO and found["dead-end"].game >= 0


def test_where_no_text_can_pass_skill_does_not_tell(village):  # noqa: F811
    best, beginner = played(sullen(village))[0].skill("hill")

    assert best.value <= beginner.high


def test_games_are_spread_evenly_and_mirrored():
    schedule = schedule_of(load("ili-1871"), "ili-1871", "1")
    numbers = range(len(schedule.openings) * len(PAIRINGS))
    met = [(schedule.opening(n), schedule.pairing(n)) for n in numbers]

    assert {opening for opening, _ in met} == {("1878", "crisis"), ("1880", "crisis"), ("1871", "campaign")}
    for opening in schedule.openings:
        pairs = [pair for where, pair in met if where == opening]
        assert sorted(pairs) == sorted((second, first) for first, second in pairs)


def test_the_same_seed_gives_the_same_games_on_any_number_of_workers(village):  # noqa: F811
    place = str(village.write())
    schedule = schedule_of(load(place), place, "7")

    alone = [each for batch in play_digests(schedule, 24, workers=1) for each in batch]
    shared = [each for batch in play_digests(schedule, 24, workers=2) for each in batch]

    assert alone == shared
    assert alone != digest_batch(schedule_of(load(place), place, "8"), range(24))


def test_a_finding_comes_with_a_game_that_replays(village, tmp_path):  # noqa: F811
    place, out = sullen(village).write(), io.StringIO()

    assert run(Asked(str(place), GAMES, tmp_path / "report.html", workers=1), out) == 0

    (record, *_) = sorted((tmp_path / "report.games").glob("*.txt"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    replayed = replay(load(place), read_record(record.read_text(encoding="utf-8")).record)
    assert replayed.state.outcome is not None and replayed.state.outcome.treaty is None
    assert f'href="report.games/{record.name}"' in page
    assert "dead-end" in out.getvalue() and "dead-end" in page


def test_the_report_asks_nothing_of_the_network_and_runs_nothing(village, tmp_path):  # noqa: F811
    odd = village.edit(SCENARIO, "title: The Spring and the Wood", 'title: "<script>alert(1)</script>"')
    run(Asked(str(odd.write()), 42, tmp_path / "report.html", workers=1), io.StringIO())

    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page and "<script" not in page
    assert re.findall(r"(?:src|href)=\"(?!#|report\.games/)[^\"]*", page) == [] and "http" not in page


def test_a_start_that_is_not_there_is_told_with_the_nearest():
    with pytest.raises(GameError, match=r"no start is called '1887' \(did you mean '18\d\d'\?\)"):
        schedule_of(load("ili-1871"), "ili-1871", "1", start="1887")


@pytest.mark.slow
def test_a_cluster_gives_the_same_games(village):  # noqa: F811
    distributed = pytest.importorskip("distributed", reason="the package 'distributed' is not installed")
    place = str(village.write())
    asked = Asked(place, 24, village.folder / "unused.html", workers=1)

    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        there = count(Asked(place, 24, village.folder / "unused.html", cluster=cluster.scheduler_address))

    assert there.games == count(asked).games
