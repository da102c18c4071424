"""A Dask cluster and an object store on this machine, each of several processes."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import Request, urlopen
from xml.etree import ElementTree as ET

import pytest

from planforge.batch import cluster
from planforge.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(name="until", scope="session")
def _until_fixture() -> Callable[[Callable[[], bool]], None]:
    """Waits until something is so."""
    return until


def until(ready: Callable[[], bool]) -> None:
    """Wait for something that takes as long as it takes; a minute is too long."""
    for _time in range(600):
        if ready():
            return
        time.sleep(0.1)
    pytest.fail("it did not come")


# The server looks for a name, not at the signature.
_OWN = "AWS4-HMAC-SHA256 Credential=somebody/20270101/us-east-1/s3/aws4_request, Signature=0"
_HEADERS = {"Content-Type": "application/octet-stream", "Authorization": _OWN}


class Bucket:
    """A bucket of a server that speaks S3, without the libraries that planforge uses for it."""

    def __init__(self, server: str, name: str) -> None:
        self.name = name
        self._at = f"{server}/{name}"
        self._ask("PUT", "")

    def put(self, key: str, data: str) -> None:
        self._ask("PUT", f"/{quote(key)}", data.encode())

    def get(self, key: str) -> bytes:
        return self._ask("GET", f"/{quote(key)}")

    def keys(self) -> list[str]:
        listed = ET.fromstring(self._ask("GET", "?list-type=2"))  # noqa: S314  our own
        return [found.text or "" for found in listed.iter() if found.tag.endswith("}Key")]

    def _ask(self, method: str, what: str, data: bytes | None = None) -> bytes:
        asked = Request(self._at + what, data, _HEADERS, method=method)  # noqa: S310  our own server
        with urlopen(asked) as answer:  # noqa: S310  as above
            said: bytes = answer.read()
        return said


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Bucket]]:
    """Makes buckets; every process that is started meanwhile finds them."""
    for package in ("moto", "flask", "flask_cors", "s3fs"):
        pytest.importorskip(package)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ENDPOINT_URL", server)
        environment.setenv("AWS_ACCESS_KEY_ID", "somebody")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        environment.setenv("AWS_DEFAULT_REGION", "us-east-1")
        environment.setenv("AWS_CONFIG_FILE", str(tmp_path_factory.mktemp("aws") / "none"))
        try:
            until(partial(_answers, server))
            yield lambda name: Bucket(server, name)
        finally:
            process.kill()
            process.wait()


def _answers(server: str) -> bool:
    try:
        with urlopen(server):  # noqa: S310  our own server
            return True
    except OSError:
        return False


def _start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, which stand in a folder of their own."""
    pytest.importorskip("distributed")
    folder = tmp_path_factory.mktemp("dask")
    said = folder / "scheduler.json"
    common = ("--scheduler-file", str(said))
    processes = [
        _start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *common)
    ]
    try:
        until(said.exists)
        for number in range(2):
            space = ("--local-directory", str(folder / str(number)))
            processes.append(
                _start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", *space, *common)
            )
        address = _address(said)
        until(lambda: _workers(address) == 2)
        yield address
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def _address(path: Path) -> str:
    until(lambda: path.read_text(encoding="utf-8").strip().endswith("}"))
    address: str = json.loads(path.read_text(encoding="utf-8"))["address"]
    return address


def _workers(address: str) -> int:
    try:
        return cluster.connect(address).number
    except UserError:
        return 0
