"""A gauge makes room for its title and its figure, however narrow it stands."""

import pytest

from game.desktop.box import Box
from game.desktop.lettering import Lettering
from game.desktop.proof import faults
from game.desktop.widget import arrange
from game.desktop.widgets.figures import Gauge
from game.desktop.widgets.layout import Column

LETTERING = Lettering()


@pytest.mark.parametrize("width", [200, 260, 400])
@pytest.mark.parametrize(
    ("title", "band"), [("Duties on both sides of the Tianshan", ""), ("Britain", "towards Petersburg")]
)
def test_title_and_figure_never_run_into_each_other(width, title, band):
    gauge = Gauge(title, 3, 0, 10, band, 5)

    page = arrange(Column([gauge]), Box(0, 0, width, 200), LETTERING)

    assert faults(page, (width, 200), LETTERING) == []


def test_a_gauge_with_room_takes_one_line():
    gauge = Gauge("Debt", 3, 0, 20)

    assert gauge.height(300, LETTERING) < Gauge("Debt " * 30, 3, 0, 20).height(300, LETTERING)
