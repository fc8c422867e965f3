"""Rules on the files of outcomes: there, listed, the same as when they were filed, and not too large."""

from collections.abc import Iterator

from scm_site.checks.register_rule import Problem, rule
from scm_site.checks.wording import guess_word
from scm_site.reading.content_files import LARGEST_OUTCOME
from scm_site.reading.media_types import find_linked_type
from scm_site.reading.quoting import quote_value
from scm_site.records.dossier import Dossier
from scm_site.records.outcome import Outcome, OutcomeFile
from scm_site.sentences import say


@rule(
    "O005",
    "Every file of an outcome is there and listed",
    clauses=("T5",),
    form_fix="The form makes the text only. Add the file to the outcome's folder on the pull request, or "
    "send it to the Secretariat; or give the address at which it is published.",
)
def files_are_there_and_listed(dossier: Dossier) -> Iterator[Problem]:
    """Readers find a file by its title; what is not listed would not be found, and what is missing could not be read.

    Fix: Put the file into the outcome's folder, or list it under `files` with a title.
    """
    for outcome in dossier.outcomes:
        names = [attachment.name for attachment in dossier.find_attachments(outcome.id)]
        for index, file in enumerate(outcome.files):
            yield from check_file(outcome, index, file, names)
        listed = {file.file for file in outcome.files}
        for name in names:
            if name not in listed:
                message = f"the file `{name}` is in the folder, but not listed under `files`"
                fix = (
                    f"Add `- file: {name}` with a `title` under `files`, or take the file out of the folder."
                )
                yield Problem(outcome, ("files",) if outcome.files else (), (message, fix))


def check_file(outcome: Outcome, index: int, file: OutcomeFile, names: list[str]) -> Iterator[Problem]:
    """Find what is wrong with one entry of the list of files; `names` are those in the folder."""
    field: tuple[str | int, ...] = ("files", index)
    if bool(file.file) == bool(file.address):
        sentence = "O005 both" if file.file else "O005 neither"
        fix = "Give one of the two: the name of a file in the folder, or an address."
        yield Problem(outcome, field, (say(sentence, number=index + 1, title=quote_value(file.title)), fix))
    elif file.file and file.file in [earlier.file for earlier in outcome.files[:index]]:
        message = say("O005 twice", file=file.file)
        yield Problem(outcome, (*field, "file"), (message, "Take one of the two entries out."))
    elif file.file and file.file not in names:
        message = say("O005", file=file.file) + guess_word(file.file, names)
        yield Problem(outcome, (*field, "file"), message)


@rule(
    "O012",
    "A file elsewhere has its checksum",
    clauses=("T5",),
    form_fix="Give the checksum of the file (SHA-256), or hand the file itself in.",
)
def linked_file_has_a_checksum(outcome: Outcome) -> Iterator[Problem]:
    """What lies on somebody else's website can be changed or replaced without a word. With its checksum (SHA-256)
    beside the link, readers can tell whether they have the file that was published here.

    Nobody fetches the file here to compare: neither this check nor the website asks other websites for anything. So the
    checksum is a promise of who filed it. An address that does not end like a file (`.pdf`, `.zip` and so on) leads to
    a web page and needs none.

    Fix: Download the file, compute its checksum, for example with `sha256sum`, and add it as `sha256`. Or put the file
    into the outcome's folder, if it is not too large.
    """
    for index, file in enumerate(outcome.files):
        linked = find_linked_type(file.address)
        if linked and not file.sha256:
            message = say("O012", address=quote_value(file.address), type=linked.name)
            yield Problem(outcome, ("files", index, "address"), message)


@rule(
    "O013", "A checksum is that of its file", clauses=("T5",), in_form="never: a form hands in no other files"
)
def checksum_fits_the_file(dossier: Dossier) -> Iterator[Problem]:
    """A checksum tells readers that a file is the one that was controlled and published. Where the two differ, one of
    them is not the right one: a new file was put in without its checksum, or the file broke on its way here.

    Programs that change line ends also change the checksum of a table.

    Fix: Find out which one is right. Put the right file into the folder, or correct `sha256`; it may also be left out.
    """
    for outcome in dossier.outcomes:
        beside = {file.name: file.sha256 for file in dossier.find_attachments(outcome.id)}
        for index, file in enumerate(outcome.files):
            found = beside.get(file.file, "")
            if found and file.sha256 and found != file.sha256:
                filed = f"`sha256` says `{file.sha256[:SHOWN]}…`"
                message = f"the checksum of `{file.file}` is `{found[:SHOWN]}…`, but {filed}"
                fix = (
                    "First make sure that the file is the right one, the one that was controlled. Only then write "
                    f"`sha256: {found}`. If it is not, put the right file in its place."
                )
                yield Problem(outcome, ("files", index, "sha256"), (message, fix))


#: So many digits of a checksum are enough to tell two apart.
SHOWN = 12


@rule(
    "O014",
    "The files of one outcome are not too large together",
    clauses=("T5",),
    in_form="never: a form hands in no other files",
)
def files_are_not_too_large(dossier: Dossier) -> Iterator[Problem]:
    """Whatever is once in the register stays in its history, and everybody who gets a copy of the register gets it,
    too. All files together have a limit as well, and no outcome should use it up alone.

    Fix: Make the files smaller, or publish the largest ones elsewhere and give their address and checksum.
    """
    for outcome in dossier.outcomes:
        size = sum(file.size for file in dossier.find_attachments(outcome.id))
        if size > LARGEST_OUTCOME:
            message = f"the files have {size:,} bytes together, and {LARGEST_OUTCOME:,} bytes is the most"
            yield Problem(outcome, ("files",) if outcome.files else (), message)
