"""Label what attacks and is attacked where attacks and links can be attacked, too.

Everything is an element: an argument, an attack, a link. An element may *rest* on others: an attack on each of its
premises, a link on its speaker, what is said on one at least of the links by which it is said. It stands if all that
attacks it has fallen and what it rests on stands; it falls if something that stands attacks it or what it rests on
has fallen; else it is undecided. The labelling is the least of all that fit, the grounded one of Dung (1995,
section 2.3).

Attacks on attacks are those of AFRA (Baroni, Cerutti, Giacomin and Guida 2011): an attack falls when it is attacked
by one that stands, or when its source falls. With several premises it is a joint attack (Nielsen and Parsons 2006);
"one at least" is the necessity of Nouioua and Risch (2011). All of it becomes a plain attack graph by one extra
argument for each thing that an element rests on, as Boella, Gabbay, van der Torre and Villata (2009) do for attacks.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from whosays.analysis.weigh import Label, grounded

Element = TypeVar("Element", bound=Hashable)


def labelled(
    attacks: Mapping[Element, Iterable[Element]], rests: Mapping[Element, Iterable[Iterable[Element]]]
) -> dict[Element, Label]:
    """Return the grounded labelling of elements that attack, and rest on, one another, in time linear in both.

    Args:
        attacks: For every element that attacks, what it attacks.
        rests: For every element that rests on others, groups of them: of each group one at least must stand. A group
            without a member never does. Nothing should rest on itself in a circle: that would be undecided.

    Returns:
        in, out or undecided for every element that is named.

    Example:
        The argument 1 attacks 2 by the attack "a"; 3 attacks that attack by "b".

        >>> found = labelled({"a": [2], "b": ["a"]}, {"a": [[1]], "b": [[3]]})
        >>> [found[element] for element in (1, 2, 3, "a", "b")]
        ['in', 'in', 'in', 'out', 'in']
    """
    plain: dict[Element | _Lack, list[Element | _Lack]] = {element: list(hit) for element, hit in attacks.items()}
    for element, groups in rests.items():
        plain.setdefault(element, [])
        for group in groups:
            lack = _Lack()
            plain[lack] = [element]
            for one in group:
                plain.setdefault(one, []).append(lack)
    return {element: label for element, label in grounded(plain).items() if not isinstance(element, _Lack)}


class _Lack:
    """The argument that nothing of a group stands; whatever rests on the group falls by it."""

    __slots__ = ()
