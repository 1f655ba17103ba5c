"""How a game begins: what a new player is asked, and the guide that is told once."""


def test_an_input_that_ends_before_the_game_begins_ends_with_a_sentence(told):
    assert "The input ends here, before the game has begun." in told(scenario="", seat="")


def test_a_new_player_chooses_scenario_seat_start_and_length_by_numbers(told):
    text = told("2", "2", "2", "2", "?", scenario="", seat="")

    assert "Your seat: The Russian Empire" in text
    assert "Zeng Jize's mission, July 1880. A treaty" in " ".join(text.split())
    assert "Turn 1 of 8" in text


def test_a_choice_that_is_none_is_asked_again(told):
    assert "'9' is none of these; type a number from 1 to 4." in told("9", "3", "1", scenario="", seat="")


def test_with_nothing_chosen_enter_leads_to_the_guided_opening_and_a_decision(told):
    text = told("", scenario="", seat="")

    assert "Guide:" in text
    assert text.rstrip().find("Orders?") > 0


def test_the_two_villages_are_guided_the_first_time_when_nothing_is_said_of_the_seat(told):
    first = told("2 shepherds", seat="")
    again = told("1", "2 shepherds", seat="")

    assert "Guide:" in first
    assert "Whose seat is yours?" not in first
    assert "Whose seat is yours?" in again
    assert "Guide:" not in again


def test_a_script_or_a_seat_asks_for_no_guide(told):
    assert "Guide:" not in told("-", seat="", script="-")
    assert "Guide:" not in told("2 shepherds", seat="hill")


def test_the_guide_tells_each_step_once(told):
    lines = ("", "2 shepherds", "propose", "", "1", "-", "propose spring=dale", "", "1", "-", "")

    text = told(*lines, scenario="", seat="")

    assert text.count("Guide: now the table") == 1
    assert text.count("Guide: before the envoys meet") == 1
