"""The words of AIF: its types of nodes, and the schemes that a case speaks in.

Sources: the types of Chesnevar et al. (2006), "Towards an argument interchange format"; locutions and what leads from
them to what is said of Reed, Wells, Devereux and Rowe (2008), "AIF+: dialogue in the argument interchange format", in
which a locution is a kind of information; the illocutionary links of Budzynska and Reed (2011), "Whence inference?".
The JSON and the numbers of the schemes are those that AIFdb gives out.
"""

from collections.abc import Mapping
from typing import Any, cast

Item = dict[str, Any]  # a node, an edge or a locution, with the keys that we do not know

TYPES = {
    "I": "what is said",
    "L": "that somebody said it",
    "RA": "an inference",
    "CA": "a conflict",
    "MA": "a rephrase",
    "TA": "a turn of a dialogue",
    "PA": "a preference",
    "YA": "what somebody does by saying it",
}
SCHEMES = {
    "RA": ("Default Inference", "72"),
    "CA": ("Default Conflict", "71"),
    "YA": ("Asserting", "74"),
}
ARGUING, DISAGREEING = "Arguing", "Disagreeing"  # a locution that puts forward an inference, or a conflict
NOBODY = "nobody named"  # stands for the speaker of a locution whose source is blank
ALONE = "beside"  # marks such a row that no node shows; without its node, one without the mark was taken out
OWN = "whosays"  # the key beside the graph under which the rows of a case stand
_NOT_SAID = ("question", "challeng", "analys")  # who asks, or asks for reasons, does not say that it is so


def scheme_of(node: Mapping[str, Any]) -> str:
    """Return the name of the scheme of a node: that of its scheme, else its text, as AIFdb does."""
    return str(node.get("scheme") or node.get("text") or "")


def asserts(scheme: str) -> bool:
    """Return whether a YA node of a scheme puts forward what it leads to; one that only asks does not.

    Args:
        scheme: The name of the scheme, as "Asserting", "Agreeing" or "Pure Questioning".
    """
    return not any(word in scheme.casefold() for word in _NOT_SAID)


def listed(value: Any) -> list[Item]:  # noqa: ANN401 - any JSON value
    """Return the objects of a list, an empty one for whatever else it holds; an empty list if it is none."""
    items = cast("list[Any]", value if isinstance(value, list) else [])
    return [cast("Item", item if isinstance(item, dict) else {}) for item in items]
