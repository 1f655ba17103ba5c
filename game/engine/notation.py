"""One line of text for each action, there and back: the language of records, scripts and typed moves.

chance news zuo-to-hami              qing choose zuo-to-hami camp
qing orders mobilise; lobby coast    russia orders -
russia propose tekes=pass_only indemnity=nine beyond tekes because value:tekes home:overland:merchants cure strip=token
qing accept beyond tekes             qing hold because timing
qing initial core amnesty            qing bracket tekes        qing reopen tekes
qing walk-out                        qing armistice yes
chance stir +2 incident              chance sway deliberation -3
chance report qing tekes             chance battle russia
"""

from collections.abc import Callable, Mapping, Sequence

from game.engine import actions as a
from game.engine.errors import NotationError, nearest_word
from game.engine.issue import IssueId, OptionId, Package, SeatId

_CLAUSES = ("beyond", "because", "cure")


def write(action: a.Action) -> str:
    """*action* as one line that `read` turns back into an equal action."""
    return " ".join([action.seat, *_words(action)])


def _words(action: a.Action) -> list[str]:
    match action:
        case a.Happen(card):
            return ["news", card] if card else ["quiet"]
        case a.Report(reader, issue):
            return ["report", reader, issue]
        case a.Stir(swing, incident):
            return ["stir", f"{swing:+d}", *(["incident"] if incident else [])]
        case a.Sway(stage, swing):
            return ["sway", stage, f"{swing:+d}"]
        case a.Battle(winner):
            return ["battle", winner]
        case a.Choose(_, card, choice):
            return ["choose", card, choice]
        case a.GiveOrders(_, orders):
            return ["orders", "; ".join(_order(order) for order in orders) or "-"]
        case a.Armistice(_, agreed):
            return ["armistice", "yes" if agreed else "no"]
        case a.WalkOut():
            return ["walk-out"]
    return _table_words(action)


def _table_words(action: a.Propose | a.Accept | a.Hold | a.Initial | a.Bracket | a.Reopen) -> list[str]:
    match action:
        case a.Propose(_, package, beyond, refusal):
            return ["propose", *_package(package), *_beyond(beyond), *_refusal(refusal)]
        case a.Accept(_, beyond):
            return ["accept", *_beyond(beyond)]
        case a.Hold(_, refusal):
            return ["hold", *_refusal(refusal)]
        case a.Initial(_, issues):
            return ["initial", *issues]
        case a.Bracket(_, issues):
            return ["bracket", *issues]
    return ["reopen", action.issue]


def _order(order: a.Order) -> str:
    clause = f"{order.issue}={order.option}" if order.issue else ""
    return " ".join(word for word in (order.kind, order.faction, clause) if word)


def _package(package: Package) -> list[str]:
    return [f"{issue}={option}" for issue, option in package.items()]


def _beyond(issues: Sequence[IssueId]) -> list[str]:
    return ["beyond", *issues] if issues else []


def _refusal(refusal: a.Refusal | None) -> list[str]:
    if refusal is None:
        return []
    reasons = [":".join(part for part in (each.kind, each.issue, each.faction) if part) for each in refusal.reasons]
    return ["because", *reasons, *(["cure", *_package(refusal.cure)] if refusal.cure else [])]


def read(line: str) -> a.Action:
    """The action that *line* writes down; raises NotationError with a sentence when it is none."""
    words = line.replace(",", " ").split()
    if len(words) < 2:
        raise NotationError(f"'{line.strip()}' is no action: it needs a seat and a verb, like 'qing accept'")
    seat, verb, *rest = words
    readers = _CHANCE_READERS if seat == a.CHANCE else _SEAT_READERS
    if verb not in readers:
        raise NotationError(f"'{verb}' is no verb{nearest_word(verb, readers)}; there are: {', '.join(readers)}")
    action = _read_words(readers[verb], seat, verb, rest)
    surplus = len(_spaced(words)) - len(_spaced(write(action).split()))
    if surplus > 0:
        raise NotationError(f"'{line.strip()}' says more than '{verb}' takes; it was read as '{write(action)}'")
    return action


def _read_words(reader: Callable[[SeatId, list[str]], a.Action], seat: SeatId, verb: str, words: list[str]) -> a.Action:
    try:
        return reader(seat, words)
    except (IndexError, ValueError) as error:
        if isinstance(error, NotationError):
            raise
        line = " ".join([seat, verb, *words])
        raise NotationError(f"'{line}' is not complete: write it like '{_EXAMPLES[verb]}'") from None


def _spaced(words: Sequence[str]) -> list[str]:
    """The words of a line, signs of separation and the dash for 'none' set aside."""
    return [word for word in " ".join(words).replace(";", " ").split() if word != "-"]


def _read_orders(seat: SeatId, words: list[str]) -> a.Action:
    lines = " ".join(words).split(";")
    if [line.strip() for line in lines] in (["-"], [""]):
        return a.GiveOrders(seat)
    return a.GiveOrders(seat, tuple(_read_order(line.split()) for line in lines))


def _read_order(words: list[str]) -> a.Order:
    kind, aim = words[0], words[1] if len(words) > 1 else ""
    if "=" in kind:
        raise NotationError(f"'{kind}' is a clause; name the order before it, like 'stand {kind}'")
    if len(words) > 2:
        raise NotationError(f"'{' '.join(words)}' names too much: an order is a kind and at most one aim")
    if "=" in aim:
        issue, option = aim.split("=")
        return a.Order(kind, issue=issue, option=option)
    return a.Order(kind, faction=aim)


def _read_propose(seat: SeatId, words: list[str]) -> a.Action:
    parts = _parts(words)
    return a.Propose(seat, read_package(parts["package"]), tuple(parts["beyond"]), _read_refusal(parts))


def _read_accept(seat: SeatId, words: list[str]) -> a.Action:
    parts = _parts(words)
    if parts["package"]:
        raise NotationError(f"'accept' takes the offer as it stands; '{parts['package'][0]}' belongs in a proposal")
    return a.Accept(seat, tuple(parts["beyond"]))


def _read_hold(seat: SeatId, words: list[str]) -> a.Action:
    return a.Hold(seat, _read_refusal(_parts(words)))


def _parts(words: Sequence[str]) -> Mapping[str, list[str]]:
    """The words after 'beyond', 'because' and 'cure', and the package before them."""
    parts: dict[str, list[str]] = {"package": [], **{name: [] for name in _CLAUSES}}
    current = "package"
    for word in words:
        if word in _CLAUSES:
            current = word
        else:
            parts[current].append(word)
    return parts


def read_package(words: Sequence[str]) -> dict[IssueId, OptionId]:
    """Clauses written `issue=option`; raises NotationError for anything else, or for an issue named twice."""
    package: dict[IssueId, OptionId] = {}
    for word in words:
        issue, equals, option = word.partition("=")
        if not equals or not issue or not option:
            raise NotationError(f"'{word}' is no clause: write it like 'tekes=china'")
        if issue in package:
            raise NotationError(f"'{issue}' is settled twice, as '{package[issue]}' and as '{option}'")
        package[issue] = option
    return package


def _read_refusal(parts: Mapping[str, list[str]]) -> a.Refusal | None:
    if not parts["because"]:
        return None
    return a.Refusal(tuple(_read_reason(word) for word in parts["because"]), read_package(parts["cure"]))


def _read_reason(word: str) -> a.Reason:
    kind, *names = word.split(":")
    if kind not in list(a.ReasonKind):
        known = [each.value for each in a.ReasonKind]
        raise NotationError(f"'{kind}' is no kind of reason{nearest_word(kind, known)}; there are: {', '.join(known)}")
    if len(names) > 2:
        raise NotationError(f"'{word}' names too much: a reason is a kind, an issue and at most one faction")
    return a.Reason(a.ReasonKind(kind), *names)


def _read_stir(_: SeatId, words: list[str]) -> a.Action:
    return a.Stir(int(words[0]), words[1:] == ["incident"])


def _read_answer(seat: SeatId, words: list[str]) -> a.Action:
    if words not in (["yes"], ["no"]):
        raise NotationError("an armistice is answered with 'yes' or 'no'")
    return a.Armistice(seat, words == ["yes"])


Reader = Callable[[SeatId, list[str]], a.Action]
_CHANCE_READERS: Mapping[str, Reader] = {
    "news": lambda seat, words: a.Happen(words[0]),
    "quiet": lambda seat, words: a.Happen(),
    "report": lambda seat, words: a.Report(words[0], words[1]),
    "stir": _read_stir,
    "sway": lambda seat, words: a.Sway(words[0], int(words[1])),
    "battle": lambda seat, words: a.Battle(words[0]),
}
_SEAT_READERS: Mapping[str, Reader] = {
    "choose": lambda seat, words: a.Choose(seat, words[0], words[1]),
    "orders": _read_orders,
    "propose": _read_propose,
    "accept": _read_accept,
    "hold": _read_hold,
    "initial": lambda seat, words: a.Initial(seat, tuple(words)),
    "bracket": lambda seat, words: a.Bracket(seat, tuple(words)),
    "reopen": lambda seat, words: a.Reopen(seat, words[0]),
    "walk-out": lambda seat, words: a.WalkOut(seat),
    "armistice": _read_answer,
}
_EXAMPLES = {
    "news": "chance news CARD",
    "report": "chance report SEAT ISSUE",
    "stir": "chance stir +2",
    "sway": "chance sway STAGE -3",
    "battle": "chance battle SEAT",
    "choose": "qing choose CARD CHOICE",
    "orders": "qing orders mobilise; lobby FACTION",
    "propose": "qing propose ISSUE=OPTION",
    "reopen": "qing reopen ISSUE",
}
