"""`mkdocs serve`: rebuilds when content changes; when content is wrong, says so and keeps the old site."""

import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.mkdocs_plugin.sample_register import make_command, make_register

PATIENCE = 30


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, Path]]:
    """Serve a register; give the address of its home page, and the file with what the server says."""
    command, environment = make_command(folder, "serve", "--dev-addr", "127.0.0.1:0")
    told = folder / "told.txt"
    with told.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield wait_for(lambda: find_address(server.pid)) + "groups/", told
        finally:
            server.terminate()
            server.wait(PATIENCE)


def find_address(pid: int) -> str:
    """Give the address on which a process listens; the server only names the port it was given."""
    sockets = {
        link.readlink().name.strip("socket:[]")
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if link.is_symlink() and "socket" in str(link.readlink())
    }
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        fields = line.split()
        if fields[3] == "0A" and fields[9] in sockets:
            return f"http://127.0.0.1:{int(fields[1].split(':')[1], 16)}/"
    return ""


def wait_for(look: Callable[[], str]) -> str:
    """Look again and again until there is something to see."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if seen := look():
                return seen
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("waited in vain")


def read_address(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="finds the server's port as Linux tells it")
def test_a_change_rebuilds_and_what_cannot_be_built_keeps_the_old_site(tmp_path: Path) -> None:
    folder = make_register(tmp_path / "site")
    with serve(folder) as (home, told):

        def see(words: str) -> Callable[[], str]:
            return lambda: words if words in read_address(home) else ""

        def hear(words: str) -> Callable[[], str]:
            return lambda: words if words in told.read_text(encoding="utf-8") else ""

        wait_for(see("Focus and Discussion groups"))
        wait_for(hear("Watching paths"))
        (folder / "content" / "name.txt").write_text("Another name", encoding="utf-8")
        wait_for(see("Another name"))
        (folder / "content" / "findings.txt").write_text("error", encoding="utf-8")
        wait_for(hear("content/a.md:3: X001 the sample is wrong"))
        wait_for(hear("The site stays as it was before."))
        wait_for(see("Another name"))
        (folder / "content" / "findings.txt").unlink()
        page = folder / "docs/pages/how-it-works.md"
        words = page.read_bytes()
        page.write_bytes(b"caf\xe9")
        wait_for(hear("docs/pages/how-it-works.md:1: is not UTF-8 text; save the file as UTF-8"))
        wait_for(see("Another name"))
        page.write_bytes(words)
        (folder / "content" / "name.txt").write_text("A third name", encoding="utf-8")
        wait_for(see("A third name"))
        assert "script-src 'self' 'unsafe-inline'" in read_address(home)
        assert "Traceback" not in told.read_text(encoding="utf-8")
