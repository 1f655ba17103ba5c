"""Letters: which font draws what, and where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.lettering import Lettering, Span, Style, scripts

LETTERING = Lettering(1.0)
TEXT = "The treaty of Saint Petersburg 聖彼得堡條約, Договоръ въ С.-Петербургѣ, was signed on 24 February 1881."


def texts(spans, width):
    return ["".join(run.text for run in line.runs) for line in LETTERING.lines(spans, width)]


def test_chinese_signs_go_to_the_chinese_font_and_old_cyrillic_to_the_latin_one():
    parts = dict(scripts("Илійскій 伊犁 Ѣ"))

    assert parts == {"Илійскій ": False, "伊犁": True, " Ѣ": False}


@pytest.mark.parametrize("width", [80, 120, 333, 700])
def test_no_line_is_wider_than_asked_unless_it_is_one_word(width):
    for line in LETTERING.lines((Span(TEXT),), width):
        assert line.width <= width or " " not in "".join(run.text for run in line.runs)


@given(st.text(alphabet="ab ,.伊犁，。（）\n", max_size=60), st.integers(20, 400))
def test_breaking_loses_nothing_but_white_space(text, width):
    whole = "".join(texts((Span(text),), width))

    assert "".join(whole.split()) == "".join(text.split())


@given(st.lists(st.sampled_from(list("伊犁條約曾，。、；）")), min_size=2, max_size=40), st.integers(40, 300))
def test_no_line_begins_with_a_sign_that_ends_a_phrase(signs, width):
    lines = texts((Span("始" + "".join(signs)),), width)

    assert not any(line[0] in "，。、；）" for line in lines[1:] if line)


def test_a_link_is_kept_whole_over_a_lines_end():
    lines = LETTERING.lines(
        (Span("see "), Span("the treaty of Saint Petersburg", Style(), "codex x"), Span(" now")), 120
    )

    linked = "".join(run.text for line in lines for run in line.runs if run.link)
    assert linked.replace(" ", "") == "thetreatyofSaintPetersburg"


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.15])
def test_no_line_with_links_in_it_is_wider_than_asked(scale):
    """Chinese is left out: there a comma may hang over the edge rather than begin a line."""
    parts = enumerate(
        "The treaty of the towns of Urga and Kobdo was read in the hall of the court of Peking.".split(" of ")
    )
    spans = tuple(Span(f"{part} of ", Style(), f"link {place}" if place % 2 else "") for place, part in parts)
    letters = Lettering(scale)

    too_wide = [width for width in range(300, 900, 7) for line in letters.lines(spans * 3, width) if line.width > width]

    assert too_wide == []


@given(st.integers(20, 400))
def test_a_word_is_not_broken_where_a_link_in_it_ends(width):
    found = texts((Span("under ("), Span("Chonghou", Style(), "codex chonghou"), Span("'s) patron")), width)

    assert " ".join(found).split() == ["under", "(Chonghou's)", "patron"]


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0, 2.5])
def test_widths_are_logical_whatever_the_scale(scale):
    """Hinting moves a letter by a fraction of a pixel, so the widths agree to a twentieth."""
    plain = LETTERING.width(TEXT, Style())

    assert Lettering(scale).width(TEXT, Style()) == pytest.approx(plain, rel=0.05)


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_a_sign_that_begins_no_line_takes_the_word_before_it_along_and_stays_inside(width):
    lines = LETTERING.lines((Span("in favour 78 %; it takes 50 %."),), width)
    said = ["".join(run.text for run in line.runs) for line in lines]

    assert all(line.width <= width for line in lines)
    assert not any(line.startswith("%") for line in said)
    assert any("78 %" in line for line in said)
