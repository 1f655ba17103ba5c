"""What a class talks about when the play is over: one page made from the records of its tables."""

from game.classroom.debrief.essay import essay as essay
from game.classroom.debrief.page import debrief as debrief
from game.classroom.debrief.sheet import deeds_csv as deeds_csv
from game.classroom.debrief.tables import Deed as Deed
from game.classroom.debrief.tables import Table as Table
from game.classroom.debrief.tables import anonymised as anonymised
from game.classroom.debrief.tables import students as students
