"""A PDF of placed lines, as small as one can be: Chinese by a standard font name that needs no font file."""

SIZE = 10.5
LEFT, RIGHT, TOP, BOTTOM = 90.0, 505.0, 770.0, 72.0


def width(text: str) -> float:
    return sum(SIZE * (0.5 if ord(each) < 0x2000 else 1.0) for each in text)


def wrapped(text: str, *, indent: float = 0.0) -> list[tuple[float, str]]:
    """Break a paragraph into (x, text) lines no wider than the page, never before a stop."""
    lines, x, line = [], LEFT + indent, ""
    for each in text:
        if x + width(line + each) > RIGHT and each not in "，。！？；：、":
            lines.append((x, line))
            x, line = LEFT, ""
        line += each
    return [*lines, (x, line)]


def _show(x: float, y: float, text: str) -> str:
    return f"BT /F1 {SIZE} Tf {x:.1f} {y:.1f} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def laid_out(
    paragraphs: list[str], *, head: str = "", foot: str = "", indent: float = 0.0, per_page: int = 40
) -> bytes:
    """Lay paragraphs out on pages; `{page}` in head and foot is the page's number."""
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, indent=indent)]
    pages = []
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        shown = [_show(x, TOP - 16 * row, text) for row, (x, text) in enumerate(lines[start : start + per_page])]
        edges = [(head, 805.0), (foot, 40.0)]
        shown += [_show(250, y, text.format(page=number)) for text, y in edges if text]
        pages.append("\n".join(shown))
    return pdf(pages)


def pdf(pages: list[str], *, extra: str = "") -> bytes:
    """Write a file from the content of each page."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 [500] 2 95 500 814 939 500]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
        " /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120"
        " /FontBBox [0 -120 1000 880] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>",
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()
