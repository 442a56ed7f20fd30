"""`rodatraden serve` answers, says where, stops cleanly, and explains a port that is taken."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import engines
import pytest

from graph.setting import Setting
from graph.store import Store, load_store


def command(cache: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "web.commandline", "--cache", str(cache), *words]


def children(pid: int) -> list[str]:
    return [child for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]


def gone(processes: list[str]) -> bool:
    """Whether the processes end within five seconds."""
    for _ in range(50):
        if not any(os.path.exists(f"/proc/{process}") for process in processes):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to see processes in")
def test_it_answers_where_it_says_and_its_workers_end_with_it(cache: Path, store: Store) -> None:
    words = command(cache, "serve", "--port", "0")
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip().rpartition(" ")[2]
        with urlopen(f"{address}health", timeout=10) as answer:
            assert answer.read().decode() == f"ok {store.version}\n"
        with urlopen(f"{address}sparql?query=ASK%7B%7D&format=json", timeout=20) as answer:
            assert b"true" in answer.read()
        workers = children(process.pid)
        assert workers
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.communicate(timeout=10)
    assert gone(workers)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to see processes in")
def test_with_an_engine_by_url_foreign_queries_go_there_and_no_worker_begins(
    data: Path, cache: Path, today: date
) -> None:
    server = engines.oxigraph()
    engine = next(server, None)
    if engine is None:
        pytest.skip("no oxigraph here: install the package oxigraph")
    load_store(Setting(data, cache, today, store=engine))
    words = command(cache, "--store", engine, "serve", "--port", "0")
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip().rpartition(" ")[2]
        with urlopen(f"{address}sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D&format=json", timeout=20) as answer:
            assert b"true" in answer.read()
        with urlopen(f"{address}ready", timeout=20) as answer:
            assert answer.read().startswith(b"ready")
        assert children(process.pid) == []
        server.close()  # type: ignore[attr-defined]
        with pytest.raises(HTTPError) as told:
            urlopen(f"{address}sparql?query=ASK%7B%7D&format=json", timeout=20)
        with told.value as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
            assert "Grafens motor svarar inte" in answer.read().decode()
    finally:
        process.kill()
        process.communicate(timeout=10)


@pytest.mark.parametrize(("language", "message"), [("sv", "Välj en annan port"), ("en", "Choose another port")])
def test_a_port_that_is_taken_is_explained(cache: Path, store: Store, language: str, message: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        words = ("--language", language, "serve", "--port", port)
        done = subprocess.run(command(cache, *words), capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
