"""Reads the question banks as an examiner would and fills in the form that a page shows.

It knows a question by the text on the page, not by anything hidden in it: what the learner reads must be enough.
"""
import functools
import re
import unicodedata

import yaml

from demo_server import ROOT

TYPES = {"single", "multiple", "true-false", "text", "numeric", "ordering", "matching", "fill-in"}


def bare(text):
    """Letters and digits alone: Markdown signs, quotes and line breaks look different on a page."""
    text = re.sub(r"\[\[\d+\]\]", "", unicodedata.normalize("NFC", text))
    return "".join(sign for sign in text if sign.isalnum())


@functools.cache
def questions():
    found = []
    for path in sorted((ROOT / "question-banks").glob("*.yml")):
        found += yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
    return found


def question_on(page, language="az"):
    """The question that the page shows."""
    stem = bare(page.locator(".stem").first.inner_text())
    matching = [question for question in questions() if bare(question["stem"][language]) == stem]
    assert len(matching) == 1, f"{len(matching)} questions of the banks have the text on the page: {stem[:80]}"
    return matching[0]


def choose(form, texts, language, keep):
    """Takes the choices whose text is among the texts."""
    wanted = {bare(text[language]) for text in texts}
    taken = 0
    for choice in form.locator(".choice").all():
        if (bare(choice.inner_text()) in wanted) == keep:
            choice.click()
            taken += 1
    return taken


def answer(page, language="az", right=True):
    """Fills in the form on the page, rightly or wrongly, and answers the question's entry in the bank."""
    question = question_on(page, language)
    form = page.locator("form.answer")
    kind = question["type"]
    if kind in ("single", "multiple"):
        keys = [choice["text"] for choice in question["choices"] if choice.get("key")]
        others = [choice["text"] for choice in question["choices"] if not choice.get("key")]
        if right:
            assert choose(form, keys, language, keep=True) == len(keys)
        else:
            choose(form, others[:1], language, keep=True)
    elif kind == "true-false":
        said = question["answer"] == right
        form.locator(f"input[type=radio][value='{1 if said else 0}']").check()
    elif kind == "text":
        form.locator("input[name=text]").fill(question["accept"][language][0] if right else "heç biri")
    elif kind == "numeric":
        value = question["value"] if right else question["value"] + 1000
        form.locator("input[name=number]").fill(str(value).replace(".", ","))
    elif kind == "ordering":
        order = [bare(text[language]) for text in question["order"]]
        places = order if right else order[1:] + order[:1]
        for row in form.locator(".pick").all():
            place = places.index(bare(row.locator("label").inner_text())) + 1
            row.locator("select").select_option(str(place))
    elif kind == "matching":
        rights = {bare(pair["left"][language]): bare(pair["right"][language]) for pair in question["pairs"]}
        if not right:
            lefts = list(rights)
            rights = {left: rights[lefts[index - 1]] for index, left in enumerate(lefts)}
        for row in form.locator(".pick").all():
            wanted = rights[bare(row.locator("label").inner_text())]
            options = row.locator("option").all()
            value = next(
                option.get_attribute("value") for option in options
                # A letter before the text names the option; the text alone is what the bank holds.
                if bare(re.sub(r"^[A-Z]\. ", "", option.inner_text().strip())) == wanted)
            row.locator("select").select_option(value)
    elif kind == "fill-in":
        for number, blank in enumerate(question["blanks"], start=1):
            form.locator(f"input[name=blank-{number}]").fill(blank["accept"][language][0] if right else "yoxdur")
    else:
        raise AssertionError(f"a type without a reader: {kind}")
    return question


def save(page):
    page.locator("form.answer button").click()
