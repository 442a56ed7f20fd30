"""What docs/operation/ gives to whoever puts the service up is really run, or read by the program it is made for."""

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from conftest import ROOT

from graph.store import Store

FOLDER = ROOT / "docs" / "operation"
HOST, NAME = "127.0.0.1", "rodatraden.example.se"
FORM = {"Accept": "application/sparql-results+json", "Content-Type": "application/x-www-form-urlencoded"}
SLOW = "SELECT (COUNT(*) AS ?n) {" + "".join(f" VALUES ?{name} {{ {'1 ' * 400}}}" for name in "abcd") + " }"
AROUND = """{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    {temporary}
    {site}
}}
"""
SCRIPTS = Path(sysconfig.get_path("scripts"))
PROGRAM = "/opt/rodatraden/.venv/bin/rodatraden"
FIRST_OFFLINE = 250
MOST_EXPOSED = 1.2
"""From 0, all shut, to 10; systemd 252 says 1.0 of the unit."""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
Serving = Callable[..., AbstractContextManager[str]]
Answer = tuple[int, str, dict[str, str]]


def need(*programs: str) -> None:
    """Skip, and say so, where one of them is not there."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"no {program} on PATH")


@dataclass(frozen=True)
class Site:
    """The site as nginx serves it: where it listens, and what its visitors know of it."""

    port: int
    plain_port: int
    certificate: Path

    @contextmanager
    def visited(self, visitor: str = HOST) -> Iterator[HTTPConnection]:
        """A connection over TLS by a visitor with an address of its own."""
        context = ssl.create_default_context(cafile=self.certificate)
        plain = socket.create_connection((HOST, self.port), timeout=30, source_address=(visitor, 0))
        with context.wrap_socket(plain, server_hostname=NAME) as secure:
            connection = HTTPConnection(NAME)
            connection.sock = secure
            yield connection

    def get(self, path: str, visitor: str = HOST, **headers: str) -> Answer:
        with self.visited(visitor) as connection:
            connection.request("GET", path, headers=headers)
            return read(connection.getresponse())

    def ask(self, query: str, visitor: str = HOST, *, headers: dict[str, str] | None = None, **more: str) -> Answer:
        with self.visited(visitor) as connection:
            body = urlencode({"query": query, **more})
            connection.request("POST", "/sparql", body, FORM | (headers or {}))
            return read(connection.getresponse())


def read(answer: HTTPResponse) -> Answer:
    return answer.status, answer.read().decode(), dict(answer.headers)


def free_port() -> int:
    with socket.socket() as unused:
        unused.bind((HOST, 0))
        return int(unused.getsockname()[1])


def certified(folder: Path) -> tuple[Path, Path]:
    """A certificate of the site, signed by itself, and its key."""
    certificate, key = folder / "fullchain.pem", folder / "privkey.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    more = ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*words, *more], check=True, capture_output=True, timeout=60)
    return certificate, key


def substituted(text: str, changes: dict[str, str]) -> str:
    """The text with each of these changed, which all stand in it once."""
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@contextmanager
def fronted(address: str, folder: Path) -> Iterator[Site]:
    """nginx in front of a service, with docs/operation/nginx.conf: only ports, files and the upstream are changed."""
    certificate, key = certified(folder)
    site = Site(free_port(), free_port(), certificate)
    changes = {
        "listen 80;": f"listen {HOST}:{site.plain_port};",
        "listen [::]:80;": "",
        "listen 443 ssl;": f"listen {HOST}:{site.port} ssl;",
        "listen [::]:443 ssl;": "",
        "/etc/ssl/rodatraden/fullchain.pem": str(certificate),
        "/etc/ssl/rodatraden/privkey.pem": str(key),
        "http://127.0.0.1:8000": address,
    }
    around = AROUND.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        temporary="".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY),
        site=substituted((FOLDER / "nginx.conf").read_text("utf-8"), changes),
    )
    (folder / "nginx.conf").write_text(around, "utf-8")
    words = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(words)
    try:
        wait_for(site, process)
        yield site
    finally:
        process.terminate()
        process.wait(20)


def wait_for(site: Site, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection((HOST, site.port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


@pytest.fixture(scope="module")
def site(serving: Serving, store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real data behind nginx, where one client may ask one query at a time."""
    need("nginx", "openssl")
    limits = {"seconds": 20, "short": 0.3, "long": 1, "client_queries": 1}
    with (
        serving(store.quads, trusted_proxy=HOST, **limits) as address,
        fronted(address, tmp_path_factory.mktemp("nginx")) as made,
    ):
        assert made.ask("ASK {}")[0] == 200
        yield made


def test_a_page_and_a_query_are_answered_over_tls(site: Site) -> None:
    status, page, headers = site.get("/", Accept="text/html")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "</html>" in page
    status, content, headers = site.ask("ASK {}")
    assert (status, json.loads(content)["boolean"]) == (200, True)
    assert headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/", "/nothing-there", "/metrics", "/static/style.css"])
def test_every_answer_keeps_the_visitor_to_https(site: Site, path: str) -> None:
    headers = site.get(path)[2]
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers.get("Content-Security-Policy") or path == "/metrics"


def test_who_comes_without_tls_is_sent_to_it(site: Site) -> None:
    connection = HTTPConnection(HOST, site.plain_port, timeout=20)
    connection.request("GET", "/gaps?place=1907", headers={"Host": "elsewhere.example.org"})
    status, _, headers = read(connection.getresponse())
    connection.close()
    assert (status, headers["Location"]) == (301, f"https://{NAME}/gaps?place=1907")


@pytest.mark.parametrize("path", ["/metrics", "/ready", "//metrics", "/./ready", "/%6detrics", "/x/../metrics?a=b"])
def test_the_inner_pages_stay_inside(site: Site, path: str) -> None:
    status, content, _ = site.get(path)
    assert status == 403
    assert "rodatraden_" not in content


def test_no_other_way_of_writing_them_leads_to_the_inner_pages(site: Site) -> None:
    for path in ("/metrics/", "/METRICS", "/ready/", "/metrics;x", "/metrics%2f", "/metrics%00", "/%2fmetrics"):
        assert site.get(path)[0] in (400, 403, 404), path


@pytest.mark.parametrize("forged", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_limits_count_visitors_and_believe_none_of_them(site: Site, forged: str) -> None:
    headers = {forged: "for=192.0.2.7" if forged == "Forwarded" else "192.0.2.7"}
    with ThreadPoolExecutor(1) as other:
        running = other.submit(site.ask, SLOW, "127.0.0.2", timeout="4")
        time.sleep(1.5)
        assert site.ask("ASK {}", "127.0.0.2")[0] == 429
        assert site.ask("ASK {}", "127.0.0.2", headers=headers)[0] == 429
        assert site.ask("ASK {}", "127.0.0.3")[0] == 200
        assert running.result()[0] == 504


def test_nobody_but_the_proxy_is_believed(serving: Serving) -> None:
    def ask(query: str, forged: str) -> int:
        connection = HTTPConnection(netloc, timeout=20, source_address=("127.0.0.5", 0))
        headers = FORM | {"X-Forwarded-For": forged, "X-Forwarded-Proto": "https"}
        connection.request("POST", "/sparql", urlencode({"query": query, "timeout": "4"}), headers)
        status, _, _ = read(connection.getresponse())
        connection.close()
        return status

    with serving(b"", trusted_proxy=HOST, client_queries=1, seconds=5) as address, ThreadPoolExecutor(1) as other:
        netloc = urlsplit(address).netloc
        assert ask("ASK {}", "192.0.2.1") == 200
        running = other.submit(ask, SLOW, "192.0.2.1")
        time.sleep(1.5)
        assert ask("ASK {}", "192.0.2.2") == 429
        assert running.result() == 504


def test_a_flood_is_stopped_at_the_door(site: Site) -> None:
    with site.visited("127.0.0.6") as connection:
        statuses = []
        for _ in range(150):
            connection.request("GET", "/health")
            statuses.append(read(connection.getresponse())[0])
    assert set(statuses) == {200, 429}
    assert statuses[:60] == [200] * 60
    assert site.get("/health", "127.0.0.7")[0] == 200


def test_what_is_too_large_is_refused(site: Site) -> None:
    status, content, _ = site.ask("ASK {} #" + "x" * 210_000)
    assert (status, json.loads(content)["status"]) == (413, 413), "the service's own word"
    assert site.ask("ASK {} #" + "x" * 300_000)[0] == 413


def test_a_client_that_goes_away_ends_its_query(site: Site) -> None:
    path = f"/sparql?{urlencode({'query': SLOW, 'format': 'json'})}"
    with site.visited("127.0.0.8") as connection:
        connection.request("GET", path)
        time.sleep(1.5)
        assert site.ask(SLOW, "127.0.0.9", timeout="2")[0] == 503, "the only place for long queries was free"
    time.sleep(1.5)
    assert site.ask(SLOW, "127.0.0.9", timeout="2")[0] == 504, "the only place for long queries was still taken"


def test_whole_addresses_are_those_of_the_visited_host(site: Site) -> None:
    for path in ("/api", "/question/goals-without-activity", "/sparql", "/dcat.ttl"):
        status, content, _ = site.get(path)
        assert status == 200, path
        assert f"https://{NAME}/" in content, path
        assert not re.search(rf"http://{NAME}|127\.0\.0\.1|:{site.port}|:443", content), path
    _, _, headers = site.get("/api/questions/goals-without-activity.csv?limit=2")
    assert not re.search(r"http://|127\.0\.0\.1", headers["Link"] + headers["Content-Location"])


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit of systemd with the program where it is here."""
    text = (FOLDER / "rodatraden.service").read_text("utf-8")
    path = tmp_path / "rodatraden.service"
    path.write_text(substituted(text, {PROGRAM: str(SCRIPTS / "rodatraden")}), "utf-8")
    return path


def test_systemd_finds_nothing_wrong_with_the_unit(unit: Path) -> None:
    need("systemd-analyze")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_leaves_little_open(unit: Path) -> None:
    need("systemd-analyze")
    version = re.search(r"\d+", subprocess.run(["systemd-analyze", "--version"], capture_output=True, text=True).stdout)
    if version is None or int(version[0]) < FIRST_OFFLINE:
        pytest.skip(f"systemd-analyze judges a file from version {FIRST_OFFLINE} on")
    words = ["systemd-analyze", "security", "--offline=yes", "--no-pager", f"--threshold={10 * MOST_EXPOSED:.0f}", unit]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


def test_the_proxy_asks_where_the_unit_listens() -> None:
    started = re.findall(r"--host (\S+) --port (\d+)", (FOLDER / "rodatraden.service").read_text("utf-8"))
    asked = re.findall(r"proxy_pass http://([\d.]+):(\d+);", (FOLDER / "nginx.conf").read_text("utf-8"))
    assert started == asked == [("127.0.0.1", "8000")]


def test_the_image_is_installed_as_the_readme_says() -> None:
    [command] = re.findall(r"```sh\n(python3 -m venv .*serve)\n```", (ROOT / "README.md").read_text("utf-8"))
    image = (FOLDER / "Containerfile").read_text("utf-8").replace("--no-cache-dir ", "")
    said = [words.split("/pip ")[1].strip() for words in command.split("&&") if "/pip " in words]
    done = re.findall(r"/opt/rodatraden/bin/pip (install .*?) \\?\n", image)
    assert done == said
    assert image.rstrip().endswith('ENTRYPOINT ["/opt/rodatraden/bin/rodatraden", "serve"]')


def test_the_image_sets_what_is_a_setting() -> None:
    [line] = re.findall(r"^ENV (.*)$", (FOLDER / "Containerfile").read_text("utf-8"), re.MULTILINE)
    words = [str(SCRIPTS / "rodatraden"), "settings"]
    listed = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True).stdout
    names = {word.partition("=")[0] for word in line.split()} - {"TMPDIR", "PYTHONDONTWRITEBYTECODE"}
    assert {name for name in names if name not in listed} == set()
