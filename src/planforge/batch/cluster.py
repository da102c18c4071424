"""The workers of a Dask cluster, through its ``concurrent.futures`` executor."""

from __future__ import annotations

import logging
import platform
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

from planforge import __version__
from planforge.errors import UserError
from planforge.language import _, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Executor

PACKAGE: Final = "planforge"
DECIDING: Final = ("opencc", "rjieba")
"""Packages whose versions decide which characters are written."""
PYTHON: Final = f"{sys.version_info.major}.{sys.version_info.minor}"
"""What programs send each other stays the same within it."""
SECONDS: Final = 15
"""So long the scheduler may take to answer."""


class Cluster(Struct, frozen=True):
    """Everything that the scheduler at an address has; see `planforge.batch.workers.Workers`.

    Dask itself does the batches of a worker that died again on the others; only a file on which
    several die is lost.

    Attributes:
        address: Of the scheduler, such as ``tcp://10.0.0.5:8786``.
        number: How many batches its workers take at the same time.
        deaths: What a future raises whose workers have died.
    """

    address: str
    number: int
    deaths: tuple[type[BaseException], ...]
    _clients: dict[int, Any] = field(default_factory=dict)

    def open(self) -> Executor:
        """A new executor, ready to take batches."""
        client = _client(self.address)
        executor: Executor = client.get_executor(pure=False)
        self._clients[id(executor)] = client
        return executor

    def close(self, executor: Executor, *, now: bool) -> None:
        """Give up what was handed out; with ``now``, what is under way too."""
        if now:
            # That connections break is what was asked for; the library tells it with a traceback.
            logging.disable(logging.CRITICAL)
        try:
            executor.shutdown(wait=not now)
            self._clients.pop(id(executor)).close()
        finally:
            logging.disable(logging.NOTSET)

    def alone(self) -> Cluster:
        """The same cluster: it has found out on which file its workers die."""
        return self


def connect(address: str) -> Cluster:
    """The cluster at an address.

    Raises:
        UserError: Dask is not installed here, nobody answers, there are no workers, or some of
            them would do the work differently: they have no planforge, another version of it, of
            Python, or of what decides about characters.
    """
    try:
        from distributed import KilledWorker
    except ImportError as error:
        raise UserError(
            _("a cluster needs Dask, which is not installed"),
            'pip install "planforge[cluster]"',
        ) from error
    client = _client(address)
    try:
        number = sum(client.nthreads().values())
        if not number:
            raise UserError(
                _("the cluster {address} has no workers").format(address=address),
                _("start some with {command}").format(command=f"dask worker {address}"),
            )
        _must_be_same(PACKAGE, __version__, _versions(client, PACKAGE))
        for package in DECIDING:
            _must_be_same(package, metadata.version(package), _versions(client, package))
        python = client.run(platform.python_version)
        minor = {worker: _minor(said) for worker, said in python.items()}
        _must_be_same("Python", PYTHON, minor)
    finally:
        client.close()
    return Cluster(address, number, (KilledWorker,))


def _versions(client: Any, package: str) -> dict[str, str]:
    """The version of a package on each worker, in words; needs no planforge there."""
    said: dict[str, object] = client.run(metadata.version, package, on_error="return")
    return {
        worker: _("none") if isinstance(answer, Exception) else str(answer)
        for worker, answer in said.items()
    }


def _must_be_same(name: str, version: str, versions: Mapping[str, str]) -> None:
    others = {worker: said for worker, said in versions.items() if said != version}
    if others:
        found = listed(f"{worker}: {said}" for worker, said in sorted(others.items()))
        raise UserError(
            _("these workers have another {name} than {version}: {workers}").format(
                name=name, version=version, workers=found
            ),
            _("install the same version everywhere"),
        )


def _minor(version: str) -> str:
    """3.11 of 3.11.7."""
    return ".".join(version.split(".")[:2])


def _client(address: str) -> Any:
    import distributed

    connected: Any = distributed.Client  # has no types
    try:
        return connected(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UserError(
            _("nobody answers at {address}").format(address=address),
            _("give the address of the scheduler, such as tcp://10.0.0.5:8786"),
        ) from error
