"""Spoil the files of a case as editors, spreadsheets, disks and people do, with chance given from outside."""

import csv
import io


def spoilt(chance, files):
    """Return the bytes of some files after a few things went wrong with them."""
    held = {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}
    for _ in range(1 + chance.randrange(3)):
        name = sorted(held)[chance.randrange(len(held))]
        edit = EDITS[chance.randrange(len(EDITS))]
        held[name] = edit(chance, held[name])
    return held


def hostile(chance):
    """Return one cell that nobody meant."""
    made = HOSTILE[chance.randrange(len(HOSTILE))]
    return made if chance.randrange(4) else "".join(chr(_letter(chance)) for _ in range(chance.randrange(12)))


def _letter(chance):
    code = chance.randrange(0x110000) if chance.randrange(2) else chance.randrange(0x180)
    return 0x20 if 0xD800 <= code <= 0xDFFF else code


HOSTILE = (
    "", " ", "\t", "\r", "\n", "\r\n", '"', '""', "'", ",", ";", "\x00", "\x1b[31m", "\x7f", "\x85", "\u202e",
    "\u200b", "\ufeff", "\u2028", "\ufffe", "1e999", "-0", "00", "+1", "1_000", "१२", "²", "9" * 13, "9" * 400,
    "-" + "9" * 12, "NaN", "inf", "1.", ".5", "1,5", "0000-00-00", "0000", "9999-12-31/0001-01-01", "2023-02-30",
    "2023-1-1", "9999-12", "/", "2023/", "/2023", "2023/2024/2025", "٢٠٢٣", "k01", "s01", "t0", "e0", "k0", "s0",
    "p0", "o0", "f0", "f0 + f0", "f0 / f0", "f0 ** 9999999", "__import__('os')", "pays:s0", "pays:", ":s0",
    "pays:s0 pays:s0", "employs:k0", "s0  s1", " s0", "s0 ", "k0 k0", "con", "a-", "-a", "https://", "http:// x",
    "https://a https://b", "javascript:alert(1)", "article", "beyond", "rebuts", "derives from",
    "%s %n {0} {guess}", "\\", "*:00000000", "*:00000000 0:00000000 99999999999:ffffffff", "..", "1..", "2..1",
    "a | a", " | ", "|",
)  # fmt: skip


def _records(held):
    return list(csv.reader(io.StringIO(held.decode("utf-8", "replace").replace("\x00", ""), newline="")))


def _table(change):
    """Make an edit of the records of a table out of a change to them; what is no table stays as it is."""

    def edit(chance, held):
        try:
            records = _records(held)
        except csv.Error:
            return held
        if not records or not records[0]:
            return held
        change(chance, records)
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(records)
        return out.getvalue().encode("utf-8", "replace")

    return edit


def _cell(chance, records):
    row = (
        records[chance.randrange(len(records))]
        if chance.randrange(8) == 0
        else records[-1 - chance.randrange(max(1, len(records) - 1))]
    )
    if row:
        row[chance.randrange(len(row))] = hostile(chance)


def _other_cell(chance, records):
    row, other = (records[chance.randrange(len(records))] for _ in range(2))
    if row and other:
        row[chance.randrange(len(row))] = other[chance.randrange(len(other))]


def _drop(chance, records):
    del records[chance.randrange(len(records))]


def _double(chance, records):
    records.append(list(records[chance.randrange(len(records))]))


def _ragged(chance, records):
    row = records[chance.randrange(len(records))]
    row.append("") if chance.randrange(2) or not row else row.pop()


def _column(chance, records):
    first, second = (chance.randrange(len(records[0])) for _ in range(2))
    how = chance.randrange(3)
    for row in records:
        if max(first, second) < len(row):
            if how == 0:
                row[first], row[second] = row[second], row[first]
            elif how == 1:
                del row[first]
            else:
                row[first] = row[second]


def _flip(chance, held):
    if not held:
        return held
    place = chance.randrange(len(held))
    return held[:place] + bytes([held[place] ^ (1 << chance.randrange(8))]) + held[place + 1 :]


def _cut(chance, held):
    return held[: chance.randrange(len(held) + 1)]


def _insert(chance, held):
    what = (b"\x00", b"\xff", b'"', b"\r", b"\n", b",", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3")[chance.randrange(9)]
    place = chance.randrange(len(held) + 1)
    return held[:place] + what + held[place:]


def _recode(chance, held):
    text = held.decode("utf-8", "replace")
    name = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850", "utf-7")[chance.randrange(8)]
    return text.encode(name, "replace")


def _line_ends(chance, held):
    return held.replace(b"\n", (b"\r\n", b"\r", b"\n\n", b"\n\r", b"\x0b", "\u2028".encode())[chance.randrange(6)])


def _separator(chance, held):
    return held.replace(b",", (b";", b"\t", b"|", b", ")[chance.randrange(4)])


def _empty(_chance, _held):
    return b""


CHANGES = (*[_cell] * 4, *[_other_cell] * 3, *[_drop] * 2, _double, _ragged, _column)
EDITS = (*map(_table, CHANGES), _flip, _cut, _insert, _recode, _line_ends, _separator, _empty)
