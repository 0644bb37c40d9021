"""Measures the server under load, on this machine's loopback alone, and prints one table.

Everything runs against a demo world of its own in a temporary folder; sessions for the learners are put into that
database directly, since only six demo accounts have passwords. Needs wrk and a release build.
"""
import hashlib, os, re, secrets, shutil, signal, sqlite3, statistics, subprocess, sys, tempfile, time, urllib.request
import base64

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PORT = int(os.environ.get("BILIK_BENCH_PORT", "8179"))
BASE = f"http://127.0.0.1:{PORT}"
SECONDS = int(os.environ.get("BILIK_BENCH_SECONDS", "10"))
ROUNDS = int(os.environ.get("BILIK_BENCH_ROUNDS", "3"))
PEOPLE = os.environ.get("BILIK_BENCH_PEOPLE", "1200")


def program():
    path = os.environ.get("BILIK_PROGRAM") or os.path.join(ROOT, ".build", "release", "bilik")
    if not os.path.exists(path):
        sys.exit(f"bench: there is no release build at {path}: run `swift build -c release --product bilik` first")
    return path


def start(data):
    """Starts the demo on a data folder; answers the process and the seconds until it was ready."""
    began = time.monotonic()
    process = subprocess.Popen(
        [program(), "demo", "--data", data, "--port", str(PORT), "--people", PEOPLE], cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        if process.poll() is not None:
            sys.exit("bench: the server ended at once")
        try:
            with urllib.request.urlopen(BASE + "/readyz", timeout=1) as answer:
                if answer.status == 200:
                    return process, time.monotonic() - began
        except OSError:
            time.sleep(0.02)


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)


def open_sessions(data, count):
    """Sessions of `count` learners and of the demo's hr and controller, written into the database."""
    database = sqlite3.connect(os.path.join(data, "bilik.sqlite"))
    notice = database.execute("SELECT max(privacy_notice) FROM account").fetchone()[0]
    now = int(time.time() * 1000)
    chosen = [row[0] for row in database.execute(
        "SELECT person_id FROM person WHERE status = 'active' AND person_id NOT IN (SELECT person_id FROM role_grant)"
        " ORDER BY person_id LIMIT ?", (count,))]
    named = {name: database.execute("SELECT person_id FROM account WHERE user_name = ?", (name,)).fetchone()[0]
             for name in ("hr", "reporter")}
    tokens = []
    for person in chosen + list(named.values()):
        token = secrets.token_bytes(32)
        database.execute(
            "INSERT INTO account (person_id, user_name, password_hash, password_changed_at, privacy_notice)"
            " VALUES (?, ?, '-', ?, ?) ON CONFLICT (person_id) DO UPDATE SET privacy_notice = excluded.privacy_notice",
            (person, f"bench-{person}", now, notice))
        database.execute(
            "INSERT INTO session (token_hash, person_id, csrf_token, created_at, last_seen_at, awaits_second_factor)"
            " VALUES (?, ?, ?, ?, ?, 0)",
            (hashlib.sha256(token).digest(), person, secrets.token_urlsafe(32), now, now))
        tokens.append(base64.urlsafe_b64encode(token).rstrip(b"=").decode())
    database.commit()
    unit = database.execute(
        "SELECT unit_id FROM role_grant WHERE role = 'reporter' AND person_id = ?", (named["reporter"],)).fetchone()[0]
    database.close()
    return tokens[:count], tokens[count], tokens[count + 1], unit


def acknowledge_notice(data):
    """Signs one demo account in over HTTP and acknowledges the notice, so that its digest stands in the database."""
    jar = urllib.request.HTTPCookieProcessor()
    browser = urllib.request.build_opener(jar)

    def token(page):
        return re.search(r'name="form_token" value="([0-9a-f]+)"', page).group(1)

    page = browser.open(BASE + "/sign-in").read().decode()
    form = f"form_token={token(page)}&user_name=learner&password=bilik-demo-2026&to=/"
    page = browser.open(BASE + "/sign-in", form.encode()).read().decode()
    digest = re.search(r'name="digest" value="([0-9a-f]+)"', page)
    if digest:
        form = f"form_token={token(page)}&to=/&digest={digest.group(1)}"
        browser.open(BASE + "/privacy/acknowledge", form.encode()).read()


def cpu_seconds(process):
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(process):
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{process.pid}/status").read()).group(1)) / 1024


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def wrk(process, path, token=None, script=None, threads=2, connections=16, environment=None):
    command = ["wrk", "--latency", f"-t{threads}", f"-c{connections}", f"-d{SECONDS}s"]
    if token:
        command += ["-H", f"Cookie: bilik_session={token}"]
    command += ["-H", "Accept-Encoding: gzip"]
    if script:
        command += ["-s", script]
    before = cpu_seconds(process)
    output = subprocess.run(
        command + [BASE + path], capture_output=True, text=True, env={**os.environ, **(environment or {})},
        timeout=SECONDS + 60).stdout
    used = cpu_seconds(process) - before
    requests = int(re.search(r"(\d+) requests in", output).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    if bad:
        sys.exit(f"bench: {bad.group(1)} refusals on {path}")
    answers = re.search(r"answers (\d+) failed (\d+)", output)
    done = int(answers.group(1)) if answers else requests
    if answers and int(answers.group(2)):
        print(f"note: {answers.group(2)} of the steps on {path or 'answers'} did not go as planned", file=sys.stderr)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)) * done / max(1, requests)
    return {"rate": rate, "cpu": 1000 * used / max(1, done),
            "p99": milliseconds(re.search(r"^\s+99%\s+(\S+)", output, re.M).group(1))}


def flush_milliseconds(folder):
    """The disk's own time for one small durable write: the median of 200."""
    times = []
    descriptor = os.open(os.path.join(folder, "flush"), os.O_CREAT | os.O_WRONLY)
    for _ in range(200):
        os.write(descriptor, b"x" * 4096)
        began = time.monotonic()
        os.fdatasync(descriptor)
        times.append(1000 * (time.monotonic() - began))
    os.close(descriptor)
    return statistics.median(times)


def main():
    folder = tempfile.mkdtemp(prefix="bilik-bench-")
    data = os.path.join(folder, "data")
    process = None
    try:
        process, built = start(data)
        acknowledge_notice(data)
        stop(process)
        starts = []
        for _ in range(3):
            process, seconds = start(data)
            starts.append(seconds)
            stop(process)
        learners, hr, reporter, unit = open_sessions(data, 16)
        sessions = os.path.join(folder, "sessions")
        with open(sessions, "w") as file:
            file.write("\n".join(learners) + "\n")
        process, _ = start(data)
        lessons = [name[:-3] for name in sorted(os.listdir(f"{ROOT}/courses/personal-data-security/az"))]
        lesson = f"/courses/personal-data-security/{lessons[1]}"
        cases = {
            "bare text route": lambda: wrk(process, "/healthz"),
            "signed-in lesson": lambda: wrk(process, lesson, token=learners[0]),
            "answer with the next question": lambda: wrk(
                process, "", script=os.path.join(HERE, "answers.lua"), threads=16, connections=16,
                environment={"BILIK_BENCH_SESSIONS": sessions}),
            "HR table": lambda: wrk(process, "/staff", token=hr),
            "unit report": lambda: wrk(process, f"/units/{unit}", token=reporter),
        }
        for case in cases.values():  # once unmeasured: caches and the processor's clock settle
            case()
        rounds = {name: [] for name in cases}
        for _ in range(ROUNDS):
            for name, case in cases.items():
                rounds[name].append(case())
        bare = statistics.median(result["rate"] for result in rounds["bare text route"])
        print(f"| what | a second | of the bare route | CPU ms each | p99 ms |\n|---|---|---|---|---|")
        for name, results in rounds.items():
            rate = statistics.median(result["rate"] for result in results)
            cpu = statistics.median(result["cpu"] for result in results)
            p99 = statistics.median(result["p99"] for result in results)
            print(f"| {name} | {rate:,.0f} | {rate / bare:.3f} | {cpu:.2f} | {p99:.1f} |")
        print(f"\nresident after the load: {resident_megabytes(process):.0f} MB")
        print(f"start with the demo world: {statistics.median(starts):.2f} s (first start, building it: {built:.1f} s)")
        print(f"one durable write of the disk: {flush_milliseconds(folder):.2f} ms")
    finally:
        # However it ended, no server stays behind.
        if process and process.poll() is None:
            stop(process)
        shutil.rmtree(folder, ignore_errors=True)


main()
