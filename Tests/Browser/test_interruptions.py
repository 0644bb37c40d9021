"""Whatever happens in mid-attempt, it goes on where it stood, and no answer is lost or doubled."""
import pytest

import question_bank
from conftest import serve_copy, sign_in


@pytest.fixture(scope="class", params=[True, False], ids=["javascript on", "javascript off"])
def scripts(request):
    return request.param


@pytest.fixture(scope="class")
def own_server(scripts, world, tmp_path_factory):
    """One world with JavaScript and another without."""
    yield from serve_copy(world, tmp_path_factory)


@pytest.fixture(scope="class")
def window(scripts, own_server, visitor):
    context = visitor(own_server.address, java_script_enabled=scripts)
    sign_in(context.new_page(), "learner")
    return context


@pytest.fixture(scope="class")
def exam(window):
    """The address of an exam that has begun."""
    page = window.pages[0]
    page.goto("/certifications/information-security")
    page.locator("form[action$='/start'] button").click()
    return page.url


@pytest.fixture
def page(window, exam):
    page = window.pages[0]
    page.goto(exam)
    return page


def position(page):
    return int(page.locator("form.answer").get_attribute("action").rsplit("/", 1)[1])


@pytest.fixture
def stored(own_server, exam):
    """The positions that are answered: always 1, 2, 3 … without a gap."""
    def read():
        rows = own_server.rows(
            "SELECT position, answer FROM response WHERE attempt_id = ? AND answered_at IS NOT NULL ORDER BY position",
            exam.rsplit("/", 1)[1])
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        return rows
    return read


class TestInterruptions:
    def test_reloading_asks_the_same_question(self, page, stored):
        before, stem = position(page), page.locator(".stem").inner_text()
        page.reload()
        assert (position(page), page.locator(".stem").inner_text()) == (before, stem)
        question_bank.answer(page)
        question_bank.save(page)
        page.reload()
        assert position(page) == before + 1 and len(stored()) == before

    def test_back_button(self, page, stored):
        first = position(page)
        question_bank.answer(page)
        question_bank.save(page)
        rows = stored()
        page.go_back()
        # Wherever the browser finds itself, an old form changes nothing and leads to where the attempt stands.
        if page.locator("form.answer").count() and position(page) == first:
            question_bank.answer(page, right=False)
            question_bank.save(page)
        page.goto(page.url.split("/answers/")[0])
        assert position(page) == first + 1
        assert stored() == rows

    def test_two_tabs_with_the_same_question(self, window, page, exam, stored):
        other = window.new_page()
        other.goto(exam)
        third = window.new_page()
        third.goto(exam)
        first = position(page)
        assert position(other) == first
        question_bank.answer(page)
        question_bank.answer(other)
        question_bank.answer(third, right=False)
        question_bank.save(page)
        rows = stored()
        assert len(rows) == first
        for tab in (other, third):
            question_bank.save(tab)
            assert position(tab) == first + 1, "the tab is led to where the attempt stands"
        assert stored() == rows, "neither the same answer nor another one changes what is stored"
        other.close()
        third.close()

    def test_double_click_on_save(self, page, stored):
        first = position(page)
        question_bank.answer(page)
        page.locator("form.answer button").dblclick(no_wait_after=True)
        page.wait_for_load_state("networkidle")
        page.goto(page.url)
        assert position(page) == first + 1
        assert len(stored()) == first

    def test_lost_connection(self, window, page, exam, stored):
        first = position(page)
        question_bank.answer(page)
        window.set_offline(True)
        try:
            page.locator("form.answer button").click(no_wait_after=True)
            page.wait_for_timeout(300)
        finally:
            window.set_offline(False)
        assert len(stored()) == first - 1
        page.goto(exam)
        assert position(page) == first
        question_bank.answer(page)
        question_bank.save(page)
        assert position(page) == first + 1 and len(stored()) == first

    def test_server_dies_and_comes_back(self, own_server, page, stored):
        first, stem = position(page), page.locator(".stem").inner_text()
        rows = stored()
        question_bank.answer(page)
        own_server.kill()
        own_server.start()
        # The page in the browser is older than the process that takes its form.
        question_bank.save(page)
        assert position(page) == first + 1
        assert stored()[:-1] == rows and len(stored()) == first
        assert page.locator(".stem").inner_text() != stem

    def test_answered_while_it_died(self, own_server, page, exam, stored):
        first = position(page)
        question_bank.answer(page)
        own_server.kill()
        page.locator("form.answer button").click(no_wait_after=True)
        page.wait_for_timeout(300)
        own_server.start()
        page.goto(exam)
        assert position(page) == first and len(stored()) == first - 1
        question_bank.answer(page)
        question_bank.save(page)
        assert len(stored()) == first

    def test_the_attempt_ends_as_if_nothing_had_happened(self, own_server, page, exam, stored):
        while "/result" not in page.url:
            question_bank.answer(page)
            question_bank.save(page)
        assert len(stored()) == 24
        attempt = exam.rsplit("/", 1)[1]
        assert own_server.rows("SELECT outcome FROM attempt WHERE attempt_id = ?", attempt) == [("passed",)]
        assert own_server.rows("SELECT count(*) FROM certificate WHERE attempt_id = ?", attempt) == [(1,)]
