"""Short explanations of the game's words and of every kind of number it shows."""

from collections.abc import Mapping

from game.engine.home import MANDATE_PRICE, WIDTH
from game.engine.resolve import CALLED_BLUFF_CREDIBILITY, CALLED_BLUFF_POINTS, PATIENCE, RACE_FROM
from game.engine.table import BROKEN_STAND_CREDIBILITY, KEPT_STAND

GLOSSARY: Mapping[str, str] = {
    "points": "What a text is worth to you, out of 100: each clause brings its weight times how much you like the "
    "option, and a few pairs of clauses bring something together. `why` lists every entry.",
    "draft": "The text you are working on. Nobody else sees it until you lay it on the table (`propose`).",
    "offer": "A whole text laid on the table, one option for every issue. A new offer of yours replaces your last.",
    "clause": "One issue with the option chosen for it, as in “The spring: day and night” (`spring=shared`).",
    "package": "One option for every issue of the table: a whole text.",
    "ladder": "The options of an issue in order, from the wish of the first seat to the wish of the second. "
    "Each step is a rung.",
    "status quo": "What holds today on an issue, and what goes on holding if there is no treaty.",
    "bracket": "A clause in brackets, [ ], is disputed: one side has proposed something and the other has not agreed. "
    "`bracket 2` marks a clause of their offer as one you dispute. Nothing is agreed until everything is agreed.",
    "initial": "To put your initials to a clause of their offer: once both have done it (shown as `[i]`), the "
    "clause cannot change until both ask to reopen it.",
    "reopen": "To ask that an initialled clause may be changed again. It needs both sides.",
    "hold": "To let your turn to speak pass. What lies on the table stays there, and time goes by.",
    "accept": "To sign the other side's offer as it stands. It then goes to both capitals.",
    "walk out": "To break off the talks for good. The game ends without a treaty.",
    "refusal": "Every no has reasons: a cost to their interest, a faction at home, the envoy's instructions, a public "
    "vow, or the time. They are true, but come without numbers.",
    "cure": "The smallest change to your text that they would sign today, as they say themselves. Think before you "
    "pay for it. `cure` puts it into your draft.",
    "mandate": "How far your envoy's instructions go on a clause. You can sign beyond them after saying so in words; "
    f"every faction at home then takes off {MANDATE_PRICE} points for each rung.",
    "instructions": "The same as the mandate: the furthest option your envoy may agree to on an issue.",
    "at home": "Your factions vote on what you sign. Support is the share of votes in favour, and ± 5 is what chance "
    "may still change on the day. Likely means 70 chances in 100 or more, even 35 or more, doubtful 2 or more, and "
    "hopeless less.",
    "support": "The share of votes at home in favour of a text, in per cent. Each faction divides by how many points "
    f"it gains or loses beside what holds now: 0 points is half for it, {WIDTH} points about three quarters.",
    "faction": "A voter at home with a share of the votes, wishes of its own, and more or less good will.",
    "good will": "Points a faction adds to any text, or takes off, before it has read it. Orders and news move it.",
    "influence": "A faction's share of the votes at home. The shares add up to 100.",
    "consent": "After signature the text goes home. Each stage is a vote; all must pass, in both capitals.",
    "threshold": "The support a vote takes, in per cent.",
    "ratified": "Signed, and passed at home on both sides. Only then is it a treaty.",
    "no treaty": "What you would have without any text: what holds now, less its insecurity and the cost of waiting. "
    "`why batna` adds it up.",
    "batna": "The best alternative to a negotiated agreement: what you fall back on without a treaty.",
    "waiting": "Each turn without a treaty costs each side points, more for the one that is in a hurry.",
    "deadline": "The last turn on which a signature leaves time for the votes at home.",
    "confidence": "How far our reading of the other side can be trusted. It grows with their offers and with reports.",
    "belief": "What we suppose about the other side, from what everybody knows, what they do not move on, what they "
    "vow, and what agents report. Nobody has seen their instructions.",
    "reading": "What we suppose the other side thinks of your draft: welcome, middling or unwelcome, and once you have "
    "made an offer, better or worse for them than that. `them` says what we go by.",
    "concession": "An offer that gives the other side more than your offer before it. It calms the tension a little. "
    f"A seat that makes none for more than {PATIENCE} turns adds to the tension.",
    "stand": "A public vow to go no further than a clause. The other side believes it as far as your credibility goes. "
    f"Signing beyond it costs points, {BROKEN_STAND_CREDIBILITY} of credibility a rung, and votes at home; keeping it "
    f"brings {KEPT_STAND} of credibility.",
    "ultimatum": "A threat that runs out after three turns. It needs an offer of yours on the table, and presses the "
    "other side to yield to it. If nothing follows, it costs "
    f"{CALLED_BLUFF_CREDIBILITY} of credibility and {CALLED_BLUFF_POINTS} points.",
    "race": f"When both sides stand above {RACE_FROM} in readiness, the tension rises every turn.",
    "orders": "What your government does in a turn apart from talking: up to two, sealed until both are in.",
    "news": "What happens in the world. Some of it asks you for an answer.",
    "recall": "To disavow your envoy: the draft is void, and another one takes over.",
    "score": "Out of 100, against what your own position allowed: 50 for interest, 20 for the home front, 20 for "
    "peace, 10 for leaving little joint gain unused. It is no contest with the other side.",
    "distance": "How far a text lies from one of history's: 0 is every clause alike, 1 every clause at the far end.",
    "durability": "Whether the treaty would pass again if opinion at home turned sour: firm, fragile, or likely to be "
    "torn up.",
    "sources": "Square brackets after a statement say how sure it is, from A to disputed. In full they name where it "
    "comes from, each source with the place in it. `? NAME` tells what a short name stands for.",
    "a": "Confidence A: the document itself says so, or several independent sources agree.",
    "b": "Confidence B: one good source says so.",
    "c": "Confidence C: disputed, inferred or approximate. Do not take it for certain.",
    "ayes": "How many in a hundred of a faction would vote for the text.",
    "seed": "The number that fixes the chances of a game. The same seed and the same actions give the same game.",
}

ALIASES: Mapping[str, str] = {
    "+": "points",
    "±": "at home",
    "%": "support",
    "home": "at home",
    "vote": "consent",
    "likely": "at home",
    "even": "at home",
    "doubtful": "at home",
    "hopeless": "at home",
    "brackets": "bracket",
    "[ ]": "bracket",
    "[i]": "initial",
    "initials": "initial",
    "initialled": "initial",
    "(y)": "initial",
    "(t)": "initial",
    "rung": "ladder",
    "option": "ladder",
    "issue": "clause",
    "text": "package",
    "s": "status quo",
    "now": "status quo",
    "y": "offer",
    "t": "offer",
    "d": "draft",
    "favour": "good will",
    "source": "sources",
    "them": "belief",
    "propose": "offer",
    "walk-out": "walk out",
    "order": "orders",
    "card": "news",
    "disputed": "c",
    "disputed in part": "c",
    "low confidence": "confidence",
    "fair confidence": "confidence",
    "good confidence": "confidence",
    "welcome": "reading",
    "middling": "reading",
    "unwelcome": "reading",
    "turn": "deadline",
}
