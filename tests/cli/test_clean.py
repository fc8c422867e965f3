"""`scm clean`: a copy of a file without what may not stand beside an outcome."""

from pathlib import Path

import pytest

from scm_site.cli.main import main
from tests.reading.refused_files import make_exif, make_picture


def test_a_copy_is_made_beside_the_file_and_says_what_it_is_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "door.jpg"
    file.write_bytes(make_picture("JPEG", exif=make_exif(place=True)))
    assert main(["clean", str(file)]) == 0
    assert "- the place where it was taken" in capsys.readouterr().out
    assert (tmp_path / "door-clean.jpg").is_file()
    assert main(["clean", str(file)]) == 2
    assert "is there already; name another copy with --output" in capsys.readouterr().err
    assert main(["clean", str(file), "--output", str(file)]) == 0


def test_what_a_person_has_to_take_out_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "door.pdf"
    file.write_bytes(b"no PDF at all")
    assert main(["clean", str(file)]) == 1
    assert "What is left, a person has to take out:\n- it is plain text" in capsys.readouterr().out
    file.write_bytes(b"%PDF-1.7")
    assert main(["clean", str(file), "--output", str(file)]) == 2
    assert "cannot be opened" in capsys.readouterr().err
