"""A class on paper: role sheets, clause cards, ballots, the map and a script, printed from a scenario."""

from game.classroom.kit.page import kit as kit
