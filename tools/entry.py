"""One name of the library: its call, prose, arguments, errors and example, as griffe reads them from the source."""

import builtins
import re
from dataclasses import dataclass

import griffe

QUOTED = re.compile(r"^[\"']([\w.]+)[\"']$")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a table: an argument, an attribute, an error, or what is returned.

    Attributes:
        name: Its name; empty for what is returned.
        type: Its type, as the source writes it; empty if it writes none.
        text: What it means, as Markdown.
        default: What is taken if an argument is not given, as the source writes it; empty if it must be given.
    """

    name: str
    type: str = ""
    text: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name.

    Attributes:
        name: As a reader knows it: ``Casebook.frame``.
        path: Where it stands: ``whosays.casebook.Casebook.frame``.
        kind: function, class, error, method, property, module or value.
        call: Its parts as a call, each argument apart; of a value the value itself; a property and a module have none.
        text: Its prose, as Markdown.
        arguments: What it takes, as far as the docstring speaks of it.
        attributes: What it holds.
        errors: What it raises.
        returns: What comes back; None if nothing does.
        example: A session of Python, with its output.
        members: The methods and properties of a class; the function of a module that has its name.
        bare: Public attributes of a class of which its docstring does not speak.
    """

    name: str
    path: str
    kind: str
    call: tuple[str, ...]
    text: str
    arguments: tuple[Item, ...] = ()
    attributes: tuple[Item, ...] = ()
    errors: tuple[Item, ...] = ()
    returns: Item | None = None
    example: str = ""
    members: tuple["Entry", ...] = ()
    bare: tuple[str, ...] = ()


def entry_of(one: griffe.Object, name: str) -> Entry:
    """Return a name with all that its docstring says.

    Args:
        one: What the source has.
        name: As a reader is to know it.
    """
    parts = _parts(one)
    members, bare, arguments = (), (), parts["parameters"]
    if isinstance(one, griffe.Module):  # a module that is cited is known by what is called as it is
        own = one.members.get(one.name)
        members = (entry_of(target(own), own.path),) if own and own.is_function else ()
    if isinstance(one, griffe.Class):
        members = tuple(entry_of(target(m), f"{name}.{m.name}") for m in one.members.values() if is_shown(m))
        held = {item.name for item in parts["attributes"]}
        bare = tuple(
            n for n, m in one.members.items()
            if m.is_attribute and "property" not in m.labels and not n.startswith("_") and n not in held
        )  # fmt: skip
        made = one.members.get("__init__")
        arguments = _parts(target(made))["parameters"] if made else ()
    return Entry(
        name=name,
        path=one.path,
        kind=_kind(one),
        call=_call(one),
        text="\n\n".join(item.text for item in parts["text"]),
        arguments=arguments,
        attributes=parts["attributes"],
        errors=parts["raises"],
        returns=_back(one, parts["returns"]),
        example="\n".join(item.text for item in parts["example"]),
        members=members,
        bare=bare,
    )


def target(found: griffe.Object | griffe.Alias) -> griffe.Object:
    """Return what stands behind an import."""
    return found.final_target if isinstance(found, griffe.Alias) else found


def is_shown(member: griffe.Object | griffe.Alias) -> bool:
    """Return whether a member of a class is a method or property for the reader."""
    return (
        not member.is_alias and not member.name.startswith("_") and (member.is_function or "property" in member.labels)
    )


def is_error(one: griffe.Class) -> bool:
    """Return whether a class is raised."""
    found = (getattr(builtins, str(base), None) for base in one.bases)
    return any(isinstance(base, type) and issubclass(base, BaseException) for base in found)


def _kind(one: griffe.Object) -> str:
    if isinstance(one, griffe.Class):
        return "error" if is_error(one) else "class"
    if isinstance(one, griffe.Function):
        return "method" if isinstance(one.parent, griffe.Class) else "function"
    if isinstance(one, griffe.Module):
        return "module"
    return "property" if "property" in one.labels else "value"


def _parts(one: griffe.Object) -> dict[str, tuple[Item, ...]]:
    """Return the sections of a docstring by their kind."""
    found: dict[str, list[Item]] = {
        name: [] for name in ("text", "parameters", "attributes", "raises", "returns", "example")
    }
    for section in one.docstring.parsed if one.docstring else ():
        match section:
            case griffe.DocstringSectionText():
                found["text"].append(Item("", text=section.value))
            case griffe.DocstringSectionAdmonition() if section.value.kind == "example":
                found["example"].append(Item("", text=section.value.description))
            case griffe.DocstringSectionAdmonition():
                found["text"].append(Item("", text=f"{section.title}: {section.value.description}"))
            case griffe.DocstringSectionReturns():  # griffe takes each line for a value of its own
                text = "\n".join(value.description for value in section.value)
                found["returns"].append(Item("", text=text))
            case griffe.DocstringSectionRaises():
                found["raises"] += [Item(str(line.annotation), text=line.description) for line in section.value]
            case griffe.DocstringSectionParameters():
                given = {p.name: p for p in getattr(one, "parameters", ())}
                found["parameters"] += [_argument(line, given.get(line.name)) for line in section.value]
            case griffe.DocstringSectionAttributes():
                found["attributes"] += [
                    Item(line.name, str(line.annotation or ""), line.description) for line in section.value
                ]
            case _:
                pass
    return {name: tuple(items) for name, items in found.items()}


def _argument(line: griffe.DocstringParameter, given: griffe.Parameter | None) -> Item:
    default = "" if given is None or given.default is None else _value(given.default)
    return Item(line.name, _plain(line.annotation), line.description, default)


def _value(written: str | griffe.Expr) -> str:
    """Return a default as it is written, or the value of the constant of the library that it names."""
    return _meant(written) or str(written)


def _plain(annotation: str | griffe.Expr | None) -> str:
    """Return a type without quotation marks around what is imported late; choices by name are written out."""
    meant = _meant(annotation)
    if meant.startswith("Literal["):
        return meant.replace("'", '"')
    return "" if annotation is None else QUOTED.sub(r"\1", str(annotation))


def _meant(written: str | griffe.Expr | None) -> str:
    """Return the value of a name of the library; empty for anything else."""
    if not isinstance(written, griffe.ExprName) or not written.canonical_path.startswith("whosays."):
        return ""
    top = written.parent
    while isinstance(top, griffe.Object) and top.parent is not None:
        top = top.parent
    named = top[written.canonical_path.removeprefix("whosays.")] if isinstance(top, griffe.Object) else None
    return str(getattr(target(named), "value", None) or "") if named is not None else ""


def _call(one: griffe.Object) -> tuple[str, ...]:
    """Return the arguments of a call as they would be written, a bare star where only names may follow."""
    if isinstance(one, griffe.Attribute) and "property" not in one.labels:
        return (str(one.value),)
    if not isinstance(one, griffe.Function | griffe.Class):
        return ()
    found: list[str] = []
    for p in one.parameters:
        if p.name == "self" or p.name.startswith("_"):
            continue
        if p.kind is griffe.ParameterKind.keyword_only and "*" not in found:
            found.append("*")
        star = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}.get(p.kind, "")
        hint = f": {_plain(p.annotation)}" if p.annotation else ""
        ends = f" = {_value(p.default)}" if p.default is not None and not star else ""
        found.append(f"{star}{p.name}{hint}{ends}")
    return tuple(found)


def _back(one: griffe.Object, told: tuple[Item, ...]) -> Item | None:
    if isinstance(one, griffe.Function):
        hint = _plain(one.returns)
    elif isinstance(one, griffe.Attribute):
        hint = _plain(one.annotation)
    else:
        return None
    text = told[0].text if told else ""
    return Item("", "" if hint == "None" else hint, text) if text or hint not in {"", "None"} else None
