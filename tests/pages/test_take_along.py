"""Files to hand out, on the overview: made when clicked, of the whole session, with codes where codes are shown."""

import io
import zipfile
from pathlib import Path

import pytest

from analysis.export import KINDS, export
from analysis.text import translator
from analysis.workshop import read_workshop
from pages.shared import download, loaded
from tests.handmade import NAMES
from tests.pages.apps import opened


@pytest.mark.usefixtures("built")
def test_overview_offers_every_file() -> None:
    labels = [button.proto.label for button in opened("dashboard").get("download_button")]
    assert [translator("zh")(f"take.{kind}") for kind in KINDS] == labels[-len(KINDS) :]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_what_the_command_line_writes(built: Path, kind: str) -> None:
    folder = built / "workshops" / "twelve"
    assert download._file(folder, kind, "en", None) == export(read_workshop(folder), kind, lang="en")


def test_files_hold_codes_where_codes_are_shown(built: Path) -> None:
    folder = built / "workshops" / "twelve"
    with zipfile.ZipFile(io.BytesIO(download._file(folder, "docx", "zh", loaded.key(folder)))) as packed:
        said = "".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
    assert [name for name in NAMES if name in said] == []
    assert "主持人A" in said
    assert loaded.whole(folder, None).tables["speakers"]["name"].tolist()[0] == NAMES[0]
