"""The guided opening: a few words at each first time, so that the two villages teach the game by being played."""

from collections.abc import Mapping

from attrs import define, field

SCENARIO, SEAT = "two-villages", "hill"

STEPS: Mapping[str, str] = {
    "welcome": "This is the guided opening: two invented villages, six months, two questions, about five minutes. "
    "You speak for Hill. A line that begins with “Guide” tells you what is new; everything else is the game itself. "
    "Wherever you are, `?` and a word explains it, and `undo` takes your last action back.",
    "card": "Guide: news has come, and it is yours to answer. Each answer says beforehand what it changes. "
    "Type its number.",
    "orders": "Guide: before the envoys meet, each side gives sealed orders. They are paid from your goodwill. The "
    "shepherds at home mistrust any paper; `2 shepherds` wins them over a little. Enter alone gives none.",
    "table": "Guide: now the table. Your village has asked for the wood and half the spring; Y and D mark that on the "
    "ladders, your offer and your draft. Typing `1` shows what else the first clause could say. Be bold this once: say "
    "`propose`, Enter, and hear what they answer.",
    "refusal": "Guide: they say no, and they say why. The reasons are true; only their numbers are kept from you. The "
    "last line is the cure: the smallest change they would sign today. Look at it with `cure`, which puts it into your "
    "draft, then ask `home` how your own people would take it and `why` what each clause is worth.",
    "counter": "Guide: they have put a text of their own beside yours. T marks it on the ladders. `accept` signs it as "
    "it stands; `propose` answers with your draft.",
    "signed": "Guide: both envoys have signed, but it is no treaty yet. It is read out at home, on Hill's green and in "
    "Dale's barn, and each faction votes. You may still give orders to win somebody over before the vote.",
    "vote": "Guide: this is the vote you were warned of. The points are the same that `why home` showed you.",
    "refused": "Guide: a capital has refused what was signed. That is part of the game, not its end: the table opens "
    "again while there is time.",
    "end": "Guide: last comes the end: each side's score against what its own position allowed, your text beside the "
    "one that the story remembers, the people who live between the villages, and the ledgers behind the scores. Now "
    "you know the game; the large tables only have more rows.",
}


@define
class Guide:
    """What has been told already."""

    active: bool = False
    told: set[str] = field(factory=set)

    def step(self, name: str) -> str:
        """The words for the first time *name* happens; empty ever after, and when nobody is guided."""
        if not self.active or name in self.told:
            return ""
        self.told.add(name)
        return STEPS[name]
