"""Every page of the site, for every role and in every language, against all that is asked of every page."""
import sqlite3

import pytest

from audit import Watch, audit
from conftest import sign_in
from demo_server import DemoServer, copy_world
from site_map import kind, pages

ROLES = ["nobody", "learner", "newcomer", "hr", "reporter", "controller", "author", "admin"]
LANGUAGES = ["az", "en", "ru"]
LONG_NAME = ("Əbdülhəmidzadəoğlu-Şirinbəyova", "Məhəmmədəlisəkinəxanım", "Nəsrəddinşahabbas qızı")


@pytest.fixture(scope="class")
def tour(world, tmp_path_factory):
    """A world with a newcomer: a very long name, an account and, so far, nothing else."""
    folder = tmp_path_factory.mktemp("tour")
    copy_world(world, folder)
    database = sqlite3.connect(folder / "bilik.sqlite")
    row = dict(zip(
        [column[1] for column in database.execute("PRAGMA table_info(person)")],
        database.execute("SELECT person.* FROM person JOIN account USING (person_id) WHERE user_name = 'learner'")
        .fetchone()))
    row |= {"person_id": None, "staff_number": "NEW-1", "email": None}
    row |= dict(zip(["family_name", "given_name", "patronymic"], LONG_NAME))
    newcomer = (database.execute(
        f"INSERT INTO person ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values())).lastrowid,)
    database.execute(
        "INSERT INTO posting SELECT person_id, date('now'), NULL, agency_id, unit_id, job_role FROM person"
        " WHERE person_id = ?", newcomer)
    database.execute(
        "INSERT INTO account (person_id, user_name, password_hash, password_changed_at)"
        " SELECT ?, 'newcomer', password_hash, password_changed_at FROM account WHERE user_name = 'learner'", newcomer)
    database.execute(
        "UPDATE certificate SET holder = ? WHERE person_id = (SELECT person_id FROM account WHERE user_name = 'author')",
        (" ".join(LONG_NAME),))
    database.commit()
    database.close()
    server = DemoServer(folder).start()
    yield server
    server.stop()


@pytest.fixture(scope="class", params=ROLES)
def role(request):
    return request.param


@pytest.fixture(scope="class")
def window(role, tour, visitor):
    context = visitor(tour.address)
    page = context.new_page()
    if role != "nobody":
        sign_in(page, role)
    return page


@pytest.fixture(scope="class")
def found(role, tour, window, visitor):
    """The role's own pages: what every learner sees is looked at once, as the learner."""
    if role in ("nobody", "learner"):
        return pages(role, window.request)
    common = sign_in(visitor(tour.address).new_page(), "learner")
    shared = {kind(path) for path in pages("learner", common.request)}
    own = {"/", "/help"} if role in ("author", "admin") else {"/"}
    if role == "newcomer":
        own |= {"/courses", "/courses/personal-data-security", "/me/competencies", "/me/certificates", "/me/looks",
                "/account"}
    if role == "author":
        own |= {"/me/certificates", "/me/certificates/CODE", "/verify/CODE"}
    return pages(role, window.request, leave_out=shared - {kind(path) for path in own})


@pytest.mark.parametrize("language", LANGUAGES)
class TestPages:
    def test_every_page(self, role, language, tour, window, found):
        window.context.add_cookies([{"name": "bilik_language", "value": language, "url": tour.address}])
        watch = Watch(window.context, tour.address)
        findings = []
        for path in found:
            answer = window.goto(path)
            assert answer.status < 500, f"{path} answers {answer.status}"
            assert window.locator("html").get_attribute("lang") == language
            findings += audit(window, f"{role} {language} {path}")
        assert not findings + watch.findings, "\n" + "\n".join(findings + watch.findings)
