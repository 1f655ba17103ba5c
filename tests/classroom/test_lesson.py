"""A whole lesson in Chromium: a teacher, eight students on two tables, and everything that happens to them."""

import re
import shutil

import pytest

from tests.classroom.served import Served, served

pytestmark = pytest.mark.slow
playwright = pytest.importorskip("playwright.sync_api", reason="the package 'playwright' is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE, LAPTOP, NARROW = {"width": 390, "height": 844}, {"width": 1280, "height": 800}, {"width": 320, "height": 640}
NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gül", "李雷")
QUIET = tuple(
    f"--{word}"
    for word in "no-sandbox disable-gpu no-first-run disable-background-networking disable-component-update".split()
)
"""Chromium without anything that reaches beyond this machine."""
MOST = 400
"""Steps after which the lesson has come to a stop."""


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with playwright.sync_playwright() as runner:
        found = runner.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    with served(tmp_path_factory.mktemp("lesson"), "ili-1871", "--start", "1880") as found:
        yield found


def page_of(browser, found: Served, size=LAPTOP, scripts: bool = True):
    page = browser.new_context(viewport=size, java_script_enabled=scripts).new_page()
    page.set_default_timeout(15_000)
    page.goto(found.address)
    return page


def come_in(page, found: Served, nickname: str) -> str:
    """Join, and take note of the personal code."""
    page.fill("#code", found.code.lower())
    page.fill("#nickname", nickname)
    page.click("text=Come in >> nth=-1")
    code = page.text_content("p.code")
    page.click("text=To my seat")
    return code


def axe(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def fits(page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


def step(page) -> bool:
    """What a student does who is asked to act; returns whether anything was done."""
    page.goto(page.url)
    if page.locator("text=It is for you to act").count() == 0:
        if page.locator("text=I am for signing theirs").count() == 0:
            return False
        page.click("text=I am for signing theirs")
        return True
    if page.locator("input[name=choice]").count():
        page.locator("input[name=choice]:not([disabled])").first.check()
        page.click("text=Answer so")
    elif page.locator("text=Give the orders").count():
        page.click("text=Give the orders")
    elif page.locator("text=Sign their offer").count() and turn(page) >= 3:
        meant(page, "#beyond-sign")
        page.click("text=Sign their offer")
    elif page.locator("text=Say our draft aloud").count():
        meant(page, "#beyond-say")
        page.click("text=Say our draft aloud")
    else:
        page.click("text=Say nothing now")
    return True


def meant(page, box: str) -> None:
    """Say that it is meant, where a text goes beyond the instructions."""
    if page.locator(box).count():
        page.check(box)


def turn(page) -> int:
    return int(re.search(r"Turn (\d+) of", page.text_content("header"))[1])


def agree(pages) -> None:
    """Let every delegation write a draft and be for it."""
    for page in pages:
        page.goto(page.url)
        if page.locator("text=Make this our draft").count() and page.locator("text=Nobody has written one yet").count():
            page.click("text=Make this our draft")
        elif page.locator("text=I am for it").count():
            page.click("text=I am for it")


def test_a_teacher_and_eight_students_play_a_lesson_to_its_debrief(browser, lesson, tmp_path):
    students = [page_of(browser, lesson, PHONE if n % 2 else LAPTOP, scripts=n != 3) for n in range(7)]
    codes = [come_in(page, lesson, name) for page, name in zip(students, NAMES, strict=False)]
    desk = page_of(browser, lesson)
    desk.goto(f"{lesson.address}/teacher")
    desk.fill("#key", lesson.key)
    desk.click("text=Open the desk")
    assert axe(desk) == [] and axe(students[0]) == []
    desk.click("text=Seat them and begin")  # seven; the eighth comes late, as somebody always does
    late = page_of(browser, lesson, PHONE)
    come_in(late, lesson, NAMES[7])
    students.append(late)
    assert desk.locator("h2:has-text('Table')").count() == 2

    students[0].reload()
    assert "Ada" in students[0].text_content("header")
    students[1].context.close()  # a phone without power
    students[1] = page_of(browser, lesson, NARROW)
    students[1].fill("#personal", codes[1])
    students[1].click("text=Back to my seat")
    assert "Ben" in students[1].text_content("header")

    for page in students:
        page.goto(f"{lesson.address}/seat")
        assert fits(page) and axe(page) == [] if page is not students[3] else fits(page)
    agree(students)
    agree(students)
    students[0].screenshot(path=tmp_path / "laptop.png", full_page=True)
    students[1].screenshot(path=tmp_path / "narrow.png", full_page=True)
    desk.goto(f"{lesson.address}/teacher")
    desk.screenshot(path=tmp_path / "desk.png", full_page=True)
    assert axe(desk) == []

    for _ in range(MOST):
        desk.goto(f"{lesson.address}/teacher")
        waited = " ".join(desk.locator("dt:has-text('Waiting for') + dd").all_text_contents())
        asked = [page for page, name in zip(students, NAMES, strict=True) if name in waited]
        acted = [step(page) for page in asked]
        if not any(acted):
            break
    desk.goto(f"{lesson.address}/teacher")
    assert desk.locator("dt:has-text('Ended')").count() == desk.locator("h2:has-text('Table')").count()

    desk.goto(f"{lesson.address}/screen")
    desk.screenshot(path=tmp_path / "wall.png", full_page=True)
    assert axe(desk) == [] and lesson.key not in desk.content()
    desk.goto(f"{lesson.address}/teacher/debrief")
    assert "Ada" in desk.content() and axe(desk) == []
    desk.goto(f"{lesson.address}/teacher")
    desk.fill("#sure", "purge")
    desk.click("text=Destroy it all")
    desk.wait_for_selector("text=Nothing is kept any more")  # the page may renew itself between the two answers


def test_a_page_renews_itself_and_keeps_what_is_being_written(browser, tmp_path):
    with served(tmp_path / "class", "two-villages") as found:
        one, other = page_of(browser, found), page_of(browser, found)
        come_in(one, found, "Ada")
        come_in(other, found, "Ben")
        desk = page_of(browser, found)
        desk.goto(f"{found.address}/teacher")
        desk.fill("#key", found.key)
        desk.click("text=Open the desk")
        desk.click("text=Seat them and begin")
        one.wait_for_selector("text=Your brief")

        other.wait_for_selector("text=Your brief")
        other.fill("#text", "Half written")
        one.fill("#text", "Will you share the spring?")
        one.click("text=To the table")

        other.wait_for_selector("#fresh a")
        assert other.input_value("#text") == "Half written"
        other.click("#fresh a")
        assert "Will you share the spring?" in other.text_content(".notes")
