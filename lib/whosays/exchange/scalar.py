"""Words as a scalar of YAML in double quotes, on one line: https://yaml.org/spec/1.2.2/#731-double-quoted-style."""

import json

FOUR_DIGITS = 0xFFFF  # what four can write; beyond it YAML takes eight, where JSON has a pair


def scalar(text: str, apart: str = "") -> str:
    r"""Return words so that YAML reads the same words again, with everything invisible spelled out.

    Args:
        text: The words.
        apart: Further characters to spell out, because a format gives them a meaning even between quotation marks.

    Example:
        >>> print(scalar('He said "no" {twice}', "{}"))
        "He said \"no\" \u007btwice\u007d"
    """
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() and c not in apart else _spelled(c) for c in quoted)


def _spelled(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= FOUR_DIGITS else f"\\U{code:08x}"
