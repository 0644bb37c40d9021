"""From the sign-in page to a finished exam with nothing but the keyboard."""
import pytest

import question_bank
from conftest import serve_copy
from demo_server import PASSWORD

FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {
        tag: element.tagName, id: element.id, name: element.name || '', type: element.type || '',
        value: element.value || '', text: (element.innerText || '').trim(), action: element.form?.action || '',
        href: element.href || '', checked: !!element.checked,
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
            && box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.fixture(scope="class", params=[True, False], ids=["javascript on", "javascript off"])
def scripts(request):
    return request.param


@pytest.fixture(scope="class")
def own_server(scripts, world, tmp_path_factory):
    """One world with JavaScript and another without."""
    yield from serve_copy(world, tmp_path_factory)


@pytest.fixture
def page(visitor, own_server, scripts):
    return visitor(own_server.address, java_script_enabled=scripts).new_page()


def focus(page):
    """What has the focus now; it must be seen."""
    at = page.evaluate(FOCUS)
    if at is not None:
        assert at["seen"], f"the focus does not show on {at}"
        assert at["inside"], f"the focus is out of sight on {at}"
    return at


def go_to(page, wanted, key="Tab"):
    """Presses Tab until what is wanted has the focus."""
    for _ in range(80):
        page.keyboard.press(key)
        at = focus(page)
        if at is not None and wanted(at):
            return at
    raise AssertionError("the keyboard does not reach it")


def press(page, key):
    """Presses a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def answer_by_keyboard(page):
    """Answers the question rightly; the keys are those that browsers give each kind of field."""
    question = question_bank.question_on(page)
    bare = question_bank.bare
    kind = question["type"]
    if kind in ("single", "true-false"):
        if kind == "single":
            key = next(bare(choice["text"]["az"]) for choice in question["choices"] if choice.get("key"))
            wanted = next(
                choice.locator("input").get_attribute("value") for choice in page.locator(".choice").all()
                if bare(choice.inner_text()) == key)
        else:
            wanted = "1" if question["answer"] else "0"
        at = go_to(page, lambda at: at["type"] == "radio")
        page.keyboard.press("Space")
        for _ in range(10):
            at = focus(page)
            if at["value"] == wanted and at["checked"]:
                break
            page.keyboard.press("ArrowDown")
        assert at["value"] == wanted and at["checked"]
    elif kind == "multiple":
        keys = {bare(choice["text"]["az"]) for choice in question["choices"] if choice.get("key")}
        for choice in page.locator(".choice").all():
            id = choice.locator("input").get_attribute("id")
            go_to(page, lambda at: at["id"] == id)
            if bare(choice.inner_text()) in keys:
                page.keyboard.press("Space")
    elif kind in ("text", "numeric"):
        go_to(page, lambda at: at["name"] in ("text", "number"))
        page.keyboard.type(question["accept"]["az"][0] if kind == "text" else str(question["value"]).replace(".", ","))
    elif kind == "fill-in":
        for number, blank in enumerate(question["blanks"], start=1):
            go_to(page, lambda at: at["name"] == f"blank-{number}")
            page.keyboard.type(blank["accept"]["az"][0])
    else:
        for row in page.locator(".pick").all():
            select = row.locator("select")
            label = bare(row.locator("label").inner_text())
            id = select.get_attribute("id")
            go_to(page, lambda at: at["id"] == id)
            options = [bare(text[3:] if kind == "matching" else text)
                       for text in select.locator("option").all_inner_texts()]
            if kind == "ordering":
                steps = [bare(text["az"]) for text in question["order"]].index(label) + 1
            else:
                pairs = {bare(pair["left"]["az"]): bare(pair["right"]["az"]) for pair in question["pairs"]}
                steps = options.index(pairs[label])
            for _ in range(steps):
                page.keyboard.press("ArrowDown")
            assert page.evaluate("document.activeElement.selectedIndex") == steps
    return question


class TestKeyboard:
    def test_from_sign_in_to_the_end_of_an_exam(self, page, own_server):
        page.goto("/sign-in")

        # The first stop is the way past the menu.
        page.keyboard.press("Tab")
        at = focus(page)
        assert at["href"].endswith("#main")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focus(page)["id"] == "user_name", "behind the skip link comes the main part"

        page.keyboard.type("learner")
        go_to(page, lambda at: at["id"] == "password")
        page.keyboard.type(PASSWORD)
        press(page, "Enter")
        if "/privacy/acknowledge" in page.url:
            go_to(page, lambda at: at["tag"] == "BUTTON" and "acknowledge" in at["action"])
            press(page, "Space")

        go_to(page, lambda at: at["href"].endswith("/me/certificates"))
        press(page, "Enter")
        assert page.url.endswith("/me/certificates")
        go_to(page, lambda at: at["href"].endswith("/certifications/information-security"))
        # Back and forth again: Shift-Tab leads the same way back.
        page.keyboard.press("Shift+Tab")
        assert not (focus(page) or {"href": ""})["href"].endswith("/certifications/information-security")
        go_to(page, lambda at: at["href"].endswith("/certifications/information-security"))
        press(page, "Enter")
        go_to(page, lambda at: at["type"] == "radio")
        go_to(page, lambda at: at["tag"] == "BUTTON" and at["action"].endswith("/start"))
        press(page, "Enter")
        attempt = page.url.rsplit("/", 1)[1]

        for position in range(1, 9):
            answer_by_keyboard(page)
            go_to(page, lambda at: at["tag"] == "BUTTON" and "/answers/" in at["action"])
            press(page, "Enter")
            assert page.locator("form.answer").get_attribute("action").endswith(f"/answers/{position + 1}")
        answered = own_server.rows(
            "SELECT position, is_right FROM response WHERE attempt_id = ? AND answered_at IS NOT NULL", attempt)
        assert answered == [(position, 1) for position in range(1, 9)]

        go_to(page, lambda at: at["tag"] == "SUMMARY")
        page.keyboard.press("Space")
        go_to(page, lambda at: at["tag"] == "BUTTON" and at["action"].endswith("/hand-in"))
        press(page, "Enter")
        assert page.url.endswith("/result")
        assert own_server.rows("SELECT outcome FROM attempt WHERE attempt_id = ?", attempt) == [("unfinished",)]
