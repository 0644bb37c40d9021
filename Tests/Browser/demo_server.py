"""A demo server of a test's own: a copy of the world that scripts/browser-test built, on a free port."""
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "bilik-demo-2026"


def program():
    return os.environ.get("BILIK_PROGRAM", str(ROOT / ".build" / "debug" / "bilik"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def copy_world(source, folder):
    """Copies the database of a server that may be running; SQLite's own backup takes the write-ahead log along."""
    folder.mkdir(parents=True, exist_ok=True)
    source = sqlite3.connect(f"file:{source / 'bilik.sqlite'}?mode=ro", uri=True)
    target = sqlite3.connect(folder / "bilik.sqlite")
    source.backup(target)
    target.close()
    source.close()


class DemoServer:
    """One process of `bilik demo`, which can be killed and started again on the same data."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                [program(), "demo", "--data", str(self.folder), "--port", str(self.port)],
                cwd=ROOT, stdout=log, stderr=log)
        wait_until_ready(self.address, self.process)
        return self

    def kill(self):
        """As when the power fails: the program gets no chance to finish anything."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def rows(self, query, *values):
        """What stands in the data file, read beside the running server."""
        database = sqlite3.connect(f"file:{self.folder / 'bilik.sqlite'}?mode=ro", uri=True, timeout=10)
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()


def wait_until_ready(address, process, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process is not None and process.poll() is not None:
            raise RuntimeError(f"the server ended by itself with {process.returncode}")
        try:
            with urllib.request.urlopen(address + "/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.05)
    raise RuntimeError(f"{address} was not ready after {seconds} s")
