"""Office files with the same bytes whenever they are made: no time of day in the archive or in the properties."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MADE = datetime(2000, 1, 1)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_START = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP archive can tell


def steady(data: bytes) -> bytes:
    """Write an Office file again without the times it was made at.

    Parameters
    ----------
    data : bytes
        A docx, pptx or xlsx file; workbooks inside it (of charts) are treated alike.

    Returns
    -------
    bytes
        The same parts in the same order.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            if name.endswith(".xlsx"):
                part = steady(part)
            elif name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>" + MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            info = ZipInfo(name, _START)
            info.external_attr = 0o600 << 16
            made.writestr(info, part, ZIP_DEFLATED)
    return out.getvalue()
