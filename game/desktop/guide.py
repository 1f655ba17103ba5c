"""The guide: on the first play a few words at a time, each about one thing on the page, which is ringed meanwhile.

It never stands in the way: the page makes room for it, everything can be pressed as always, and one press sends it off.
"""

from collections.abc import Callable

from attrs import frozen

from game.desktop.course import untold
from game.desktop.desk import Desk
from game.desktop.widget import Arrangement, Spot
from game.engine.errors import GameError

Asked = Callable[[Desk], bool]


@frozen
class Step:
    """A few sentences on the screen called *screen*, about a spot; to press that is to have heard them."""

    name: str
    screen: str
    text: str
    spots: tuple[str, ...]
    """What the spot may mean, the likeliest first; a meaning that ends in a space stands for all that begin so."""
    ways: tuple[str, ...] = ()
    """What leads to such a spot, on a page that does not show it."""
    when: Asked = lambda desk: True
    """Whether its moment has come."""
    again: bool = False
    """Whether it may be said in every turn."""


@frozen
class Advice:
    """A step with the spot that it speaks of on the page as it is."""

    step: Step
    spot: Spot
    key: str
    """What is remembered once it has been heard."""

    def follows(self, meaning: str) -> bool:
        """Whether *meaning* does what the step speaks of, rather than lead there."""
        return any(_means(meaning, wanted) for wanted in self.step.spots)


def advice_on(desk: Desk, page: Arrangement) -> Advice | None:
    """What the guide has to say on *page*; None when nobody is guided, or all has been heard."""
    if not desk.guided or desk.sitting is None or not desk.sitting.seat:
        return None
    for step in STEPS:
        key = f"{step.name} {desk.sitting.match.state.turn}" if step.again else step.name
        if step.screen != desk.top.name or key in desk.heard or not step.when(desk):
            continue
        if (spot := _pointed(page, step)) is not None:
            return Advice(step, spot, key)
    return None


def _pointed(page: Arrangement, step: Step) -> Spot | None:
    """The first spot that *step* may speak of, or that leads to it, and that can be pressed."""
    for meaning in (*step.spots, *step.ways):
        for spot in page.spots:
            if not spot.why_not and _means(spot.meaning, meaning):
                return spot
    return None


def _means(meaning: str, wanted: str) -> bool:
    return meaning.startswith(wanted) if wanted.endswith(" ") else meaning == wanted


def _refused(desk: Desk) -> bool:
    """Whether the person's last text was refused, and a cure named."""
    refusal = desk.game().refusal()
    return refusal is not None and bool(refusal.cure)


def _cured(desk: Desk) -> bool:
    """Whether all that they have asked for is in the draft."""
    try:
        return _refused(desk) and desk.game().draft() == desk.game().cured()
    except GameError:
        return False


def _drafted(issue: str, option: str) -> Asked:
    return lambda desk: desk.game().draft().get(issue) == option


def _waiting(desk: Desk) -> bool:
    """Whether the person's text lies on the table without an answer."""
    view = desk.game().view
    unanswered = desk.game().refusal() is None and view.menu is not None and view.menu.offer is None
    return unanswered and any(offer.seat == view.seat and offer.turn for offer in view.offers)


def _offered(desk: Desk) -> bool:
    """Whether their text waits for an answer."""
    menu = desk.game().view.menu
    return menu is not None and menu.offer is not None


def _answered(desk: Desk) -> bool:
    """Whether the person has answered any news yet."""
    view = desk.game().view
    return any(news.choice and news.card.decides == view.seat for news in view.news)


def _pending(desk: Desk) -> bool:
    return desk.game().view.pending is not None


def _told(kind: str) -> Asked:
    """Whether an event of *kind* is among what is being told."""
    return lambda desk: any(event.kind == kind for _, event in untold(desk.game()))


def _closed(desk: Desk) -> bool:
    """Whether the vote being told is the other side's."""
    game = desk.game()
    vote = next((event for _, event in untold(game) if event.kind == "voted"), None)
    return vote is not None and vote.facts["seat"] != game.seat


STEPS = (
    Step(
        "welcome", "briefing",
        "This is the guided opening: two invented villages, two questions, five minutes. You speak for Hill. A gold "
        "ring shows what the guide speaks of; F1 explains whatever has the focus. Read who you are, then go on.",
        ("onwards",),
    ),
    Step(
        "card", "dispatches",
        "News has come, and it is yours to answer. Each answer says beforehand what it changes; neither is the right "
        "one.",
        ("choose ",),
    ),
    Step(
        "signed", "dispatches",
        "Both envoys have signed, but it is no treaty yet. It is read out at home, on Hill’s green and in Dale’s barn, "
        "and each faction votes.",
        ("onwards",), when=_told("signed"),
    ),
    Step(
        "refused", "dispatches",
        "A village has refused what was signed. That is part of the game, not its end: the table opens again while "
        "there is time.",
        ("onwards",), when=_told("refused"),
    ),
    Step(
        "aftermath", "dispatches",
        "What follows is told at once, and what was done in the story. Ctrl+Z takes your last action back, here and "
        "everywhere.",
        ("onwards",), when=_answered,
    ),
    Step("dispatches", "dispatches", "What has happened since you last acted stands here. Go on when you have read it.",
         ("onwards",), again=True),
    Step(
        "lobby", "council",
        "Before the envoys meet, each side gives sealed orders, paid from its goodwill. The shepherds at home mistrust "
        "any paper; an evening with them wins them over a little.",
        ("order lobby",),
    ),
    Step("aim", "council", "Whom do you sit with? The shepherds are the doubtful ones.", ("aim 0 shepherds",)),
    Step(
        "hand-in", "council",
        "Orders stay sealed until the other side has given its own. Hand this one in.",
        ("orders",),
    ),
    Step(
        "before-vote", "council",
        "The signed text is on its way home. You may still win somebody over before the vote, or leave it at that.",
        ("orders none", "orders"), when=_pending, again=True,
    ),
    Step(
        "council", "council",
        "You may give an order again, or none: every one has its price, and what you save you can spend later.",
        ("orders none", "orders"), again=True,
    ),
    Step(
        "table", "table",
        "The table: the treaty in two clauses. Each is a ladder, from Hill’s wish on the left to Dale’s on the right. "
        "The disc is your draft, the square what holds now; the flags are what each side has laid on the table.",
        ("look spring",), ("leaf treaty",),
    ),
    Step(
        "turn", "table",
        "Your village has asked for half of the spring. Be bold this once and ask for all of it: press the ring, or "
        "turn the clause with the left key.",
        ("draft spring hill",), ("look spring", "leaf treaty"),
        when=lambda desk: not _refused(desk) and not _drafted("spring", "hill")(desk),
    ),
    Step(
        "propose", "table",
        "Now lay it on the table, and hear what they say. Beside it stands what your draft is worth to you, how it "
        "would fare at home, and what they may think of it.",
        ("propose",), when=lambda desk: not _refused(desk),
    ),
    Step(
        "confirm", "confirm",
        "You are asked once more, with the worth and the price, before anything leaves your hands.",
        ("yes",), again=True,
    ),
    Step(
        "refusal", "table",
        "They say no, and they say why, clause by clause. The reasons are true; only their numbers are kept from you.",
        ("leaf answer",), when=_refused,
    ),
    Step(
        "cure", "table",
        "Below the reasons stands the cure: the least change they would sign today. Put it into your draft to look at "
        "it; nothing is sent by that.",
        ("cure",), ("leaf answer",), when=_refused,
    ),
    Step(
        "home", "table",
        "All they ask for is in your draft now. Below stands what it would be worth to you, and here how your own "
        "people would take it.",
        ("leaf home",), when=_cured,
    ),
    Step(
        "trade", "table",
        "Too dear: you came for firewood. But the spring turns their mill, and the wood would warm your winters. Leave "
        "them the spring and turn the wood back to yours: each side then has what it values most.",
        ("draft wood hill",), ("look wood", "leaf treaty"), when=_cured,
    ),
    Step(
        "theirs", "table",
        "Their own text lies beside yours; its flags stand below the ladders. “Sign theirs” would sign it as it is. "
        "Here you see what it asks for.",
        ("leaf answer",), when=_offered,
    ),
    Step("answer", "table", "Answer with your new draft.", ("propose",), when=_refused),
    Step(
        "wait", "table",
        "Your text lies on the table, and they have not answered yet: let your turn to speak pass.",
        ("hold",), when=_waiting, again=True,
    ),
    Step(
        "again", "table",
        "Change your draft as you like and lay it on the table, sign theirs, or wait. Time costs each side a little.",
        ("propose",), again=True,
    ),
    Step(
        "vote", "court",
        "This is the vote. Each faction divides by the points that “At home” showed you; below, the votes add up to "
        "what it takes.",
        ("onwards",), when=lambda desk: not _closed(desk),
    ),
    Step("closed", "court", "Of the other side’s vote you hear the result alone.", ("onwards",), when=_closed),
    Step("court", "court", "The vote again.", ("onwards",), again=True),
    Step(
        "history", "verdict",
        "Last comes the comparison. Your text stands beside the one that the story remembers; then come the people who "
        "live between the villages, and each side’s points against what its own position allowed.",
        ("leaf history",),
    ),
    Step(
        "farewell", "verdict",
        "Now you know the game: the large tables only have more rows. Thank you for your company.",
        ("leaf ledgers",),
    ),
)  # fmt: skip
"""In the order in which they are looked through: the first whose moment has come is said."""
