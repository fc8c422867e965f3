"""`scm demo`: the worked example as a git repository with its history, and its site on this machine."""

import shlex
import shutil
import socket
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from scm_site.cli.answer import Answer, CannotRunError
from scm_site.cli.export import add_replace, require_place
from scm_site.cli.options import read_day
from scm_site.cli.streams import print_out

if TYPE_CHECKING:
    from scm_site.demo.example_folder import Example

#: The site is shown to this machine alone.
HOST = "127.0.0.1"

MADE = """\
Made the example in {folder}: {commits} changes on the main branch, {waiting} pull requests waiting.
Nobody and nothing in it is real. Its site is made for {day}.

  See the site:        {site}
  Read what happened:  git -C {folder} log --first-parent
  Ask the register:    {scm} --root {folder} status --as-of {day}
                       {scm} --root {folder} audit --pull-requests {folder}/pull-requests.json
                       {scm} --root {folder} review main {branch} --as-of {day}
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=Path,
        default=Path("example-register"),
        help="a new or empty folder to write to (default: example-register)",
    )
    add_replace(parser, "an example made before")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=read_day,
        help="the day up to which the story is told (default: 2026-05-20, its end)",
    )
    parser.add_argument(
        "--port", metavar="N", type=int, default=8000, help="where to show the site (default: 8000)"
    )
    parser.add_argument("--no-serve", action="store_true", help="make the folder, and do not show its site")


def run(arguments: Namespace) -> Answer:
    """Make the example and show it; raises CannotRunError when the folder holds something or the port is taken."""
    from scm_site.demo.example_folder import is_demo, make_demo
    from scm_site.demo.play import DEMO_DAY
    from scm_site.demo.story import StoryError
    from scm_site.mkdocs_plugin.serving import ServingError, serve_site

    folder: Path = arguments.folder
    require_place(folder, replace=arguments.replace, is_ours=is_demo(folder))
    if not arguments.no_serve:
        require_free(arguments.port)
    as_of = arguments.as_of or DEMO_DAY
    try:
        example = make_demo(folder, as_of)
    except StoryError as reason:
        raise CannotRunError(str(reason)) from None
    serve = f"cd {shlex.quote(str(folder))} && {find_program('mkdocs')} serve"
    site = serve if arguments.no_serve else tell_address(arguments.port)
    text = tell(example, str(as_of), site)
    if arguments.no_serve:
        return Answer(text=text)
    print_out(f"{text}\n")
    try:
        serve_site(folder, f"{HOST}:{arguments.port}")
    except ServingError as problem:
        raise CannotRunError(f"the site cannot be shown: {problem}") from None
    return Answer(text="")


def require_free(port: int) -> None:
    """Raise CannotRunError when something else on this machine answers at a port, before anything is made."""
    try:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((HOST, port))
    except (OSError, OverflowError):
        raise CannotRunError(f"port {port} is taken or not allowed; name another one with --port") from None


def tell(example: "Example", day: str, site: str) -> str:
    """Say what was made, and what to do with it."""
    return MADE.format(
        folder=shlex.quote(str(example.folder)),
        scm=find_program("scm"),
        commits=example.changes,
        waiting=len(example.waiting),
        day=day,
        site=site,
        branch=example.waiting[-1] if example.waiting else "BRANCH",
    )


def find_program(name: str) -> str:
    """Give how to call a program: by its name where that is enough, else by its place beside this Python."""
    return name if shutil.which(name) else shlex.quote(str(Path(sys.executable).absolute().with_name(name)))


def tell_address(port: int) -> str:
    """Say where the site is, and how to stop."""
    return f"http://{HOST}:{port}/tour/ in a moment; stop with Ctrl+C"
