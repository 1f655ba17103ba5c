"""What each screen is for, for whoever asks there for help."""

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    "title": "Begin a new game, go on with one, or learn by playing two invented villages for five minutes. The "
    "codex is open before any game.",
    "setup": "Choose the crisis, the moment it begins, how much of it is played, your side and who sits opposite. "
    "Every question is answered already, so you can begin at once.",
    "briefing": "Who you are, how far your envoy may go, what weighs most, what you have without a treaty, and who "
    "votes at home. It can be read again at any time (b).",
    "dispatches": "What has happened since you last acted, and the news that waits for an answer. Each answer says "
    "beforehand what it changes; what follows is told on the same page. More of a paper, with its "
    "sources, unfolds on demand.",
    "council": "Up to two orders for this turn, sealed until both sides have given theirs. Each says beforehand what "
    "it costs and changes, and why it cannot be given when it cannot. Hand them in (h), or give none.",
    "table": "On the left is the treaty, clause by clause, as you would have it: left and right turn a clause "
    "along its ladder, and so does a click on a rung. On the right is what helps to decide: the clause, "
    "their answer, the votes at home, what we believe of them. Then lay your draft on the table (p), sign "
    "their offer (a), or wait (h).",
    "confirm": "What you are about to say cannot be unsaid. Here stands what it is worth to you and what it may "
    "cost; nothing goes out before you say yes.",
    "court": "A vote at home. Each faction divides by the points it gains or loses beside what holds now; the bar "
    "below adds the votes up to what it takes. Of the other side's vote only the result is told.",
    "armistice": "After a round of war each side says in secret whether it would stop. It takes both; otherwise the "
    "war goes on.",
    "verdict": "How it ended: your text beside the treaties of history clause by clause, the people who live there, "
    "and both sides' points as ledgers. Nobody wins against the other: each side is measured by what its "
    "own position allowed.",
    "record": "The game step by step, as it was played. Go to any step (n and p), look at the table as it stood "
    "then, and if you like go on from there with a game of its own.",
    "map": "The land in question. Clauses light up what they are about; drag or use the arrow keys to move, the "
    "wheel or + and − to come nearer.",
    "codex": "People, places, terms, treaties and events, each with its sources. Type to search, arrow down into "
    "the list, Enter opens. Underlined words lead to other entries, and back leads to the entry read "
    "before.",
    "explain": "This sheet explains a word or a number of the game. The key F1 opens it for whatever has the focus.",
    "sources": "Every statement that may be taken as a fact names its sources, with the place in each. A letter says "
    "how far they carry it: A, B, or C for what is disputed. What was seen of a source is said too.",
    "menu": "What is not part of the game itself: saving, taking back your last action, the settings, leaving. "
    "The game is kept by itself after every action.",
    "saves": "Keep the game under a name of its own, or go on with one that was kept. The last game is kept by "
    "itself besides.",
    "settings": "Size, colours, the names on the map, motion and sound. Everything takes effect at once and is kept "
    "for the next time.",
}
"""By the name of the screen, in two or three sentences."""
