"""The workers of a Dask cluster, through its ``concurrent.futures`` executor."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

from planforge import __version__
from planforge.errors import UserError
from planforge.language import _, listed

if TYPE_CHECKING:
    from concurrent.futures import Executor

PACKAGE: Final = "planforge"
SECONDS: Final = 15
"""So long the scheduler may take to answer."""


@dataclass(frozen=True)
class Cluster:
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
        executor.shutdown(wait=not now)
        self._clients.pop(id(executor)).close()

    def alone(self) -> Cluster:
        """The same cluster: it has found out on which file its workers die."""
        return self


def connect(address: str) -> Cluster:
    """The cluster at an address.

    Raises:
        UserError: Dask is not installed here, nobody answers, there are no workers, or some of
            them have no planforge or another version of it.
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
        versions: dict[str, object] = client.run(metadata.version, PACKAGE, on_error="return")
        number = sum(client.nthreads().values())
    finally:
        client.close()
    if not versions:
        raise UserError(
            _("the cluster {address} has no workers").format(address=address),
            _("start some with {command}").format(command=f"dask worker {address}"),
        )
    others = {worker: said for worker, said in versions.items() if said != __version__}
    if others:
        found = listed(f"{worker}: {_said(said)}" for worker, said in sorted(others.items()))
        raise UserError(
            _("these workers have another planforge than {version}: {workers}").format(
                version=__version__, workers=found
            ),
            _("install the same version everywhere"),
        )
    return Cluster(address, number, (KilledWorker,))


def _said(answer: object) -> str:
    return _("none") if isinstance(answer, Exception) else str(answer)


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
