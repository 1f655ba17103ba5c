"""What one seat, or a spectator, may know. Filled field by field: what is not named here is not shown."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from game.engine.belief import Belief, believe
from game.engine.brief import Brief, Faction
from game.engine.card import Card
from game.engine.home import Home
from game.engine.issue import Issue, IssueId, Package, SeatId
from game.engine.ledger import Ledger
from game.engine.legal import legal_actions
from game.engine.menu import Menu
from game.engine.phase import Outcome, Phase
from game.engine.prospect import home_of
from game.engine.scenario import Meter, Scenario, Seat, Shown, Stage, Turn, WarRules, blurred
from game.engine.source import Source
from game.engine.state import State
from game.engine.treaty import Offer, Stand, Text, Ultimatum, Vote
from game.engine.turn import awaiting
from game.engine.war import Gate, attack_gates


@frozen
class Pending:
    """A signed text on its way home, as everybody knows it."""

    package: Package
    turn: int


@frozen
class News:
    """A card that came, and the choice made (empty when none was)."""

    card: Card
    choice: str


@frozen
class SeatView:
    """Everything one seat may know. It has no field in which a rival's secret could hide."""

    seat: SeatId | None
    """None is a spectator."""
    scenario: str
    chapter: str
    length: str
    seats: tuple[Seat, ...]
    issues: tuple[Issue, ...]
    stages: tuple[Stage, ...]
    turns: tuple[Turn, ...]
    turn: int
    deadline: int
    sittings: int
    phase: Phase
    waiting: tuple[SeatId, ...]
    """Who must act now."""
    gauges: tuple[Meter, ...]
    """The meters as declared: titles, bounds, bands."""
    meters: Mapping[str, int]
    """The levels this seat may read; the other's blurred ones to the nearest 20."""
    status_quo: Package
    speakers: Mapping[SeatId, str]
    """The names of the envoys."""
    parties: Mapping[str, str]
    """The titles of both sides' factions, as `qing.censors`: that they exist is no secret, what they want is."""
    sources: Mapping[str, Source]
    war: WarRules | None = None
    """What a war would cost and bring; None where the crisis knows none."""
    spoken: int = 0
    """How often the envoys have spoken at this turn's table: in turns, each once in a sitting."""
    text: Text = Text()
    offers: tuple[Offer, ...] = ()
    stands: tuple[Stand, ...] = ()
    ultimata: tuple[Ultimatum, ...] = ()
    pending: Pending | None = None
    votes: tuple[Vote, ...] = ()
    refusals: tuple[SeatId, ...] = ()
    incidents: int = 0
    rounds: tuple[SeatId, ...] = ()
    """Who has won each round of the war that is being fought."""
    attacker: SeatId = ""
    """Who began it, or stood readier when it began by accident; empty in peace."""
    news: tuple[News, ...] = ()
    outcome: Outcome | None = None
    menu: Menu | None = None
    brief: Brief | None = None
    home: Home | None = field(default=None, eq=False)
    """What decides this seat's consent; compared through the fields it is made of."""
    favours: Mapping[str, int] = field(factory=dict)
    envoy: str = ""
    reports: tuple[IssueId, ...] = ()
    """The issues this seat's agents name as the other side's first."""
    costs: Ledger = ()
    """Points this seat has lost by the way."""
    gates: tuple[Gate, ...] = ()
    """What this seat needs before it can begin a war, and where each stands as far as its cabinet can tell."""
    belief: Belief | None = field(default=None, eq=False)
    """What this seat may believe of the other; made of offers, stands and reports alone."""

    @property
    def other(self) -> SeatId:
        """The counterpart at a table of two."""
        return next(seat.id for seat in self.seats if seat.id != self.seat)

    @property
    def turns_left(self) -> int:
        return len(self.turns) - self.turn

    def issue(self, issue_id: IssueId) -> Issue:
        """The issue called *issue_id*; raises StopIteration when the table has none."""
        return next(issue for issue in self.issues if issue.id == issue_id)


def view_for(state: State, seat: SeatId | None) -> SeatView:
    """What *seat* may know of *state*; None for a spectator."""
    public = _course_of_play(_table(state, seat), state)
    if seat is None:
        return public
    scenario = state.scenario
    reports = tuple(issue for reader, issue in state.reports if reader == seat)
    other = scenario.other(seat)
    return evolve(
        public,
        menu=legal_actions(state, seat),
        brief=scenario.briefs[seat],
        home=home_of(state, seat),
        favours={name: level for name, level in state.favours.items() if name.startswith(f"{seat}.")},
        envoy=state.envoys[seat],
        reports=reports,
        costs=tuple(entry for entry in state.costs if entry.who == seat),
        gates=attack_gates(state, seat),
        belief=_belief(state, other, reports),
    )


def _table(state: State, seat: SeatId | None) -> SeatView:
    """The table as it is laid: what everybody knows of the scenario, and where the game stands."""
    scenario = state.scenario
    return SeatView(
        seat=seat,
        scenario=scenario.id,
        chapter=scenario.chapter,
        length=scenario.length,
        seats=scenario.seats,
        issues=scenario.issues,
        stages=scenario.consent,
        turns=scenario.turns,
        turn=state.turn,
        deadline=scenario.deadline,
        sittings=scenario.sittings,
        phase=state.phase,
        waiting=awaiting(state),
        gauges=scenario.meters,
        meters=_readable(state, seat),
        status_quo=state.status_quo,
        speakers=_speakers(state),
        parties={
            f"{each}.{faction.id}": faction.title for each in scenario.seat_ids for faction in _factions(state, each)
        },
        sources=scenario.sources,
        war=scenario.war,
    )


def _course_of_play(view: SeatView, state: State) -> SeatView:
    """*view* with what has been said, vowed, signed, voted and told so far."""
    return evolve(
        view,
        spoken=state.moves if state.phase is Phase.TABLE else 0,
        text=state.text,
        offers=state.offers,
        stands=state.stands,
        ultimata=state.ultimata,
        pending=_pending(state),
        votes=state.votes,
        refusals=state.refusals,
        incidents=state.incidents,
        rounds=state.war.won if state.war else (),
        attacker=state.war.attacker if state.war else "",
        news=_news(state, view.seat),
        outcome=state.outcome,
    )


def _belief(state: State, other: SeatId, reports: tuple[IssueId, ...]) -> Belief:
    """What may be believed of *other*, from what everybody has heard and what one's own agents report."""
    scenario = state.scenario
    answer = state.text.answers.get(other)
    return believe(scenario.issues, other, scenario.seat_ids.index(other), state.offers, state.stands, reports, answer)


def _speakers(state: State) -> Mapping[SeatId, str]:
    """The envoys' names, which are public, out of briefs that are not."""
    return {seat: state.scenario.briefs[seat].envoy(state.envoys[seat]).name for seat in state.scenario.seat_ids}


def _factions(state: State, seat: SeatId) -> tuple[Faction, ...]:
    return state.scenario.briefs[seat].factions


def _pending(state: State) -> Pending | None:
    return Pending(state.signed.package, state.signed.turn) if state.signed else None


def _readable(state: State, seat: SeatId | None) -> Mapping[str, int]:
    levels: dict[str, int] = {}
    for meter in state.scenario.meters:
        if meter.scope == "shared":
            levels[meter.id] = state.meters[meter.id]
            continue
        for each in state.scenario.seat_ids:
            name = f"{each}.{meter.id}"
            if each == seat or meter.shown is Shown.PUBLIC:
                levels[name] = state.meters[name]
            elif meter.shown is Shown.BLURRED:
                levels[name] = blurred(state.meters[name])
    return levels


def _news(state: State, seat: SeatId | None) -> tuple[News, ...]:
    cards: Scenario = state.scenario
    came = ((cards.card[card], choice) for card, choice in state.happened.items())
    return tuple(News(card, choice) for card, choice in came if card.seen_by in ("", seat or ""))
