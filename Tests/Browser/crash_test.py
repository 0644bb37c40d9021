"""Sixteen clients answer while the server is killed, twenty times: what it acknowledged is there, and nothing twice."""
import html.parser
import http.client
import os
import random
import sqlite3
import threading
import time
import urllib.parse

from demo_server import PASSWORD

CLIENTS = 16
ROUNDS = int(os.environ.get("BILIK_CRASH_ROUNDS", "20"))
SEED = int(os.environ.get("BILIK_CRASH_SEED", "2026"))
ACCOUNTS = ["learner", "hr", "reporter", "controller", "author", "admin"]
# Each account has one open attempt of a purpose in a competency, so these are the places where answers can go.
PLACES = [(account, purpose, competency) for purpose in ("practice", "placement") for competency in ("4.1", "4.2")
          for account in ACCOUNTS][:CLIENTS]


class Form(html.parser.HTMLParser):
    """The first form of a page whose action has this ending or part, with its fields."""

    def __init__(self, text, part):
        super().__init__()
        self.part, self.action, self.fields, self.is_open = part, None, [], False
        self.select = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form" and self.action is None and self.part in attributes["action"]:
            self.action, self.is_open = attributes["action"], True
        elif self.is_open and tag == "input":
            self.fields.append((attributes.get("type", "text"), attributes["name"], attributes.get("value", "")))
        elif self.is_open and tag == "select":
            self.select = attributes["name"]
            self.fields.append(("select", self.select, []))
        elif self.is_open and tag == "option" and self.select and attributes.get("value"):
            self.fields[-1][2].append(attributes["value"])

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_open = False
        elif tag == "select":
            self.select = None

    def filled(self, chance):
        """An answer that the form takes, right or wrong."""
        filled, choices, orders = [], [], {}
        for type, name, value in self.fields:
            if type == "hidden":
                filled.append((name, value))
            elif type in ("radio", "checkbox"):
                choices.append((type, name, value))
            elif type == "select":
                orders[name] = value
            else:
                filled.append((name, str(chance.randrange(100)) if name == "number" else f"söz {chance.randrange(100)}"))
        if choices:
            wanted = 1 if choices[0][0] == "radio" else chance.randint(1, len(choices))
            filled += [(name, value) for _, name, value in sorted(chance.sample(choices, wanted))]
        if orders:
            values = list(next(iter(orders.values())))
            chance.shuffle(values)
            filled += list(zip(orders, values))
        return filled


def stored_form(fields, kind, shuffle):
    """What the database should hold for these fields of the form."""
    shown = {name: value for name, value in fields}
    if kind == "choices":
        return "choices:" + ",".join(str(place) for place in sorted(
            shuffle[int(value)] for name, value in fields if name == "choice"))
    if kind == "truth":
        return "truth:true" if shown["choice"] == "1" else "truth:false"
    if kind == "text":
        return "text:" + shown["text"]
    if kind == "number":
        return "number:" + str(float(shown["number"]))
    if kind == "order":
        places = sorted((int(value), shuffle[int(name.split("-")[1])]) for name, value in fields
                        if name.startswith("place-"))
        return "order:" + ",".join(str(thing) for _, thing in places)
    if kind == "matches":
        rights = sorted((int(name.split("-")[1]), shuffle[int(value)]) for name, value in fields
                        if name.startswith("match-"))
        return "matches:" + ",".join(str(right) for _, right in rights)
    blanks = sorted((int(name.split("-")[1]), value) for name, value in fields if name.startswith("blank-"))
    return "blanks:" + "\x1f".join(value for _, value in blanks)


class Client:
    """One browser of one person: a connection of its own and a session of its own."""

    def __init__(self, server, account, purpose, competency, seed):
        self.server, self.account = server, account
        self.start = f"/{purpose}/{competency}"
        self.chance = random.Random(seed)
        self.cookies = {}
        self.connection = None
        self.acknowledged = {}
        # The answer that was under way when the server died: it may or may not have been stored.
        self.open = None
        self.fault = None
        self.is_signed_in = False

    def request(self, method, path, fields=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                name, _, value = value.partition(";")[0].partition("=")
                self.cookies[name] = value
        assert answer.status < 500, f"{method} {path} answers {answer.status}"
        return answer.status, answer.getheader("Location"), text

    def sign_in(self):
        _, _, text = self.request("GET", "/sign-in")
        form = Form(text, "/sign-in")
        hidden = [(name, value) for type, name, value in form.fields if type == "hidden"]
        status, _, _ = self.request("POST", "/sign-in", hidden + [("user_name", self.account), ("password", PASSWORD)])
        assert status == 303, f"{self.account} is not let in"
        _, _, text = self.request("GET", "/privacy/acknowledge")
        notice = Form(text, "/privacy/acknowledge")
        self.request("POST", "/privacy/acknowledge", [(name, value) for _, name, value in notice.fields])
        self.is_signed_in = True

    def answer_next(self):
        if self.open is None:
            _, _, text = self.request("GET", "/me/competencies")
            form = Form(text, self.start)
            if form.action is None:
                # Placement is offered once; the form token of the page serves it all the same.
                form = Form(text, "/practice/")
            _, path, _ = self.request("POST", self.start, [(name, value) for _, name, value in form.fields])
            _, _, text = self.request("GET", path)
            form = Form(text, "/answers/")
            assert form.action, f"{path} shows no question"
            self.open = (form.action, form.filled(self.chance))
        path, fields = self.open
        status, location, _ = self.request("POST", path, fields)
        # Practice leads to the feedback of the answer, placement straight on.
        wanted = (path,) if self.start.startswith("/practice") else (
            path.split("/answers/")[0], path.split("/answers/")[0] + "/result")
        assert status == 303 and location in wanted, f"{path} answers {status} to {location}: {fields}"
        assert path not in self.acknowledged, f"{path} was asked twice"
        self.acknowledged[path] = fields
        self.open = None

    def run(self, halt):
        try:
            while not halt.is_set():
                self.answer_next()
        except (OSError, http.client.HTTPException):
            pass
        except AssertionError as fault:
            self.fault = fault
        finally:
            self.connection = None


def check(server, clients):
    """Compares the data file with what the clients were told."""
    database = sqlite3.connect(f"file:{server.folder / 'bilik.sqlite'}?mode=ro", uri=True, timeout=20)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    rows = {}
    for attempt, position, answer, shuffle in database.execute(
            "SELECT attempt_id, position, answer, shuffle FROM response WHERE answered_at IS NOT NULL"):
        path = f"/attempts/{attempt}/answers/{position}"
        assert path not in rows, f"{path} is there twice"
        rows[path] = (answer, [int(place) for place in shuffle.split(",") if place])
    database.close()
    for client in clients:
        for path, fields in client.acknowledged.items():
            assert path in rows, f"{path} was acknowledged and is lost"
            answer, shuffle = rows[path]
            assert answer == stored_form(fields, answer.partition(":")[0], shuffle), f"{path} holds another answer"
    return rows


def test_no_answer_is_lost_or_doubled_when_the_server_is_killed(own_server):
    chance = random.Random(SEED)
    clients = [Client(own_server, *place, seed=SEED + index) for index, place in enumerate(PLACES)]
    before = len(check(own_server, []))
    signing_in = [threading.Thread(target=client.sign_in) for client in clients]
    for thread in signing_in:
        thread.start()
    for thread in signing_in:
        thread.join()
    assert all(client.is_signed_in for client in clients)

    halt = threading.Event()
    for _ in range(ROUNDS):
        known = {client: len(client.acknowledged) for client in clients}
        threads = [threading.Thread(target=client.run, args=(halt,)) for client in clients]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.2, 0.9))
        own_server.kill()
        for thread in threads:
            thread.join()
        own_server.start()
        assert not [client.fault for client in clients if client.fault]
        rows = check(own_server, clients)
        # Beside what was acknowledged there is at most the one answer that each client had under way.
        acknowledged = sum(len(client.acknowledged) for client in clients)
        under_way = sum(1 for client in clients if client.open and client.open[0] in rows)
        assert len(rows) == before + acknowledged + under_way
        assert any(len(client.acknowledged) > known[client] for client in clients), "nobody got an answer in"

    # Sent again, the answers that were under way are stored once, whether or not the dying server had stored them.
    for client in clients:
        while client.open:
            client.answer_next()
    check(own_server, clients)
