"""One claim as the sheet holds it: mentions, path, answers, sentence and table."""

from typing import Any

from whosays.analysis.trace import Answer, Link, Mention, Trace
from whosays.analysis.weigh import Framework
from whosays.case.model import Case, Claim, Document, Statement
from whosays.show import sentences as say
from whosays.show.ask import ask
from whosays.show.sentences import entry as words
from whosays.show.standing import reason

GLYPHS = {
    "government": "columns",
    "ministry": "columns",
    "army": "columns",
    "official": "columns",
    "spokesperson": "speaker",
    "agency": "chevrons",
    "broadcaster": "chevrons",
    "institute": "diamond",
    "organisation": "diamond",
    "reporter": "eye",
    "witness": "eye",
    "anonymous": "nobody",
    "outlet": "page",
    "law": "page",
}
ANSWER_GLYPHS = {
    "saw": "saw",
    "compares": "assesses",
    "assesses": "assesses",
    "doubts": "assesses",
    "cautions": "cautions",
    "support": "supports",
    "remark": "remarks",
}


def name_of(case: Case, source: str) -> str:
    """Return the name of a source, or that nobody is named."""
    return case.source_by_id[source].name if source else say.capital(say.nobody())


def entry(framework: Framework, claim: Claim, position: int, count: int) -> dict[str, Any]:
    """Return everything a view shows about one claim.

    Args:
        framework: The case in a layer, weighed.
        claim: The claim.
        position: Its number among the claims of the list, from 1; 0 for an answering proposition.
        count: How many claims the list has.
    """
    trace, case = framework.trace, framework.trace.case
    stands = framework.standing(claim.id)
    found = trace.mentions(claim.id)
    stated = [s for m in found for s in m.statements]
    roots = trace.roots(m.head for m in found)
    answers = trace.answers(claim.id)
    against = [a for a in answers if a.attacks or a.kind == "cautions"]
    saw = sum(a.kind == "saw" for a in against)
    outside = sum(m.head.layer == "beyond" for m in found)
    labels = [case.source_by_id[r].label for r in roots]
    mentions = [_mention(case, m) for m in found]
    said = [_answer(trace, a) for a in sorted(answers, key=lambda a: _rank(case, a))]
    return {
        "id": claim.id,
        "number": words.claim_number(position, count),
        "topic": claim.topic,
        "question": claim.question,
        "proposition": claim.proposition,
        "said": words.said(len(found)),
        "said_aloud": words.said_aloud(len(found)),
        "sentence": words.claim(claim.subject, len(found), labels, len(against), saw, outside),
        "sentence_before_guess": words.claim_before_guess(claim.subject, len(found), outside),
        "voices": trace.voices(stated),
        "roots": roots,
        "roots_shown": words.roots_shown(len(roots)),
        "mentions_counted": words.mentions_unit(len(found)),
        "roots_counted": words.roots_unit(len(roots)),
        "mentions_note": words.mentions_note([m.head.cue for m in found if m.head.layer == "article"]),
        "mentions_outside_note": words.mentions_note([m.head.cue for m in found if m.head.layer == "beyond"]),
        "mentions": mentions,
        "path": path(trace, found),
        "answers": said,
        "standing": {
            "word": stands.word,
            "word_text": say.STANDING_WORDS[stands.word],
            "reason": reason(framework, claim, stands),
        },
        "ask": ask(_prompt(case, claim, bool(against)), lambda: _options(against)),
        "table": {
            "columns": list(words.CLAIM_COLUMNS),
            "rows": [*map(_mention_row, mentions), *map(_answer_row, said)],
        },
    }


def _rank(case: Case, answer: Answer) -> tuple[bool, int, str]:
    """Return the place of an answer in its list: the article's as printed, outside ones by basis, then by date."""
    if answer.head.layer == "article":
        return (False, 0, "")
    published = case.document_by_id[answer.head.document].published
    return (True, list(say.BASIS).index(answer.head.basis), str(published or "9999"))


def _mention(case: Case, mention: Mention) -> dict[str, Any]:
    head = mention.head
    via = [case.source_by_id[name].name for name in head.via]
    form = words.form(head.form, via)
    gist = " ".join(s.gist for s in mention.statements)
    return {
        **_where(case, head),
        "statements": [s.id for s in mention.statements],
        "by": head.source,
        "by_name": name_of(case, head.source),
        "via": list(head.via),
        "cue": head.cue,
        "form": form,
        "hedge": " ".join(s.hedge for s in mention.statements if s.hedge),
        "kind": head.stance,
        "basis": head.basis,
        "basis_text": say.BASIS[head.basis],
        "gist": gist,
        "layer": head.layer,
    }


def _where(case: Case, statement: Statement) -> dict[str, Any]:
    """Return where a statement stands: a passage with its first word, or a document with its address."""
    if statement.passage:
        passage = case.passage_by_id[statement.passage]
        word = say.word(passage.first_word)
        label = say.place(passage.role, passage.paragraph)
        return {"passage": passage.id, "first_word": passage.first_word, "label": label, "word": word}
    return {"document": statement.document, **document(case.document_by_id[statement.document])}


def document(row: Document) -> dict[str, Any]:
    """Return an outside document as a card shows it."""
    dated = say.day(row.published) or say.undated()
    return {
        "label": row.author or row.publisher,
        "word": dated,
        "published": str(row.published or ""),
        "publisher": row.publisher,
        "address": "" if row.how_known == "made up" else row.address,  # it leads nowhere
        "link": say.carried(row.author, row.publisher, dated),
        "title": row.title,
        "known": say.known_how(row.how_known, row.quality),
        "known_since": say.day(row.known_since),
    }


def _answer(trace: Trace, answer: Answer) -> dict[str, Any]:
    case, head = trace.case, answer.head
    source = case.source_by_id[head.source] if head.source else None
    gists = [r.gist for r in answer.relations]
    role = role_of(answer)
    return {
        **_where(case, head),
        "statements": [s.id for s in answer.statements],
        "claim": head.claim,
        "claim_question": case.claim_by_id[head.claim].question,
        "by": head.source,
        "by_name": name_of(case, head.source),
        "kind": {"support": "supports", "remark": "qualifies"}.get(role, answer.kind),
        "kind_text": say.ROLES.get(role) or say.ANSWERS[answer.kind],
        "glyph": ANSWER_GLYPHS.get(role) or ANSWER_GLYPHS.get(answer.kind, "denies"),
        "role": role,
        "gist": " ".join(dict.fromkeys(gists)),
        "meets": answer.meets,
        "match": [
            {"aspect": aspect, "aspect_text": say.ASPECTS[aspect], "meets": how, "text": words.meets(aspect, how)}
            for aspect, how in answer.meets.items()
        ],
        "basis": head.basis,
        "basis_text": say.BASIS[head.basis],
        "basis_note": words.party_note(source.party, source.named, _printed(source.name, source.name_as_printed))
        if source
        else f"{say.capital(say.nobody())}.",
        "root": answer.root,
        "layer": head.layer if head.layer == "beyond" else answer.relations[0].layer,
    }


def role_of(answer: Answer) -> str:
    """Return the role of an answer: answer (against the claim), caution, support, or remark (narrows or widens it)."""
    if answer.attacks:
        return "answer"
    if answer.kind == "cautions":
        return "caution"
    return "support" if any(r.kind == "supports" for r in answer.relations) else "remark"


def _printed(name: str, printed: str) -> str:
    """Return how the article prints a name, where a reader could not look that name up."""
    return printed if printed and ";" not in printed and printed.casefold() not in name.casefold() else ""


def path(trace: Trace, found: list[Mention]) -> dict[str, Any]:
    """Return the longest way of the article's mentions to the page, and how many of them print all of it."""
    case = trace.case
    found = [m for m in found if m.head.layer == "article"] or found
    chains = [trace.chain(m.head) for m in found]
    longest = max(chains, key=lambda links: (bool(links[1].source), len(links)))
    shown = found[chains.index(longest)].head
    way = [link.source for link in longest if link.station in {"root", "relay"}]
    whole = [m.head for m in found if [link.source for link in trace.stations(m.head)] == way]
    places = list(dict.fromkeys(_place(case, s) for s in whole))
    stations = [_station(trace, link, shown, len(found)) for link in longest]
    partly = [r for m in found for s in m.statements for r in trace.derivations(s) if r.whole != "meets"]
    return {
        "stations": stations,
        "note": words.path_note(places, len(whole), len(found) - len(whole)),
        "also": list(dict.fromkeys(r.gist for r in partly)),
    }


def _place(case: Case, statement: Statement) -> str:
    if statement.passage:
        passage = case.passage_by_id[statement.passage]
        return say.in_place(passage.role, passage.paragraph)
    return case.document_by_id[statement.document].publisher


def _station(trace: Trace, link: Link, shown: Statement, mentions: int) -> dict[str, Any]:
    case = trace.case
    if link.station == "evidence":
        basis = trace.origin(shown).basis
        seat = "none given" if basis == "vouches for itself" else basis
        evidence = {"station": "evidence", "title": say.LABELS["evidence"], "text": say.EVIDENCE[basis]}
        return {**evidence, "glyph": seat, "how": "", "line": ""}
    if link.station == "page":
        title = say.LABELS["page_article"] if shown.passage else case.document_by_id[shown.document].publisher
        page = {"station": "page", "glyph": "page", "title": title, "text": words.prints(mentions)}
        return {**page, "how": say.PAGE_LINE[link.how], "line": "told"}
    source = case.source_by_id[link.source] if link.source else None
    root = link.station == "root"
    how = say.BASIS_LINE[link.how] if root else say.RELAY_LINE[link.how]
    kind = say.KINDS[source.kind] if source else ""
    text = say.party() if source and source.party and root else kind
    return {
        "station": link.station,
        "glyph": GLYPHS[source.kind] if source else "nobody",
        "title": name_of(case, link.source),
        "text": text,
        "how": how,
        "line": link.how if root else "official" if link.how == "speaks for" else "told",
    }


def _prompt(case: Case, claim: Claim, answered: bool) -> str:  # noqa: FBT001 - passed on to the sentence
    own = next((q.prompt for q in case.questions if q.view == "claim" and q.claim == claim.id and q.lesson is None), "")
    return own or words.question(answered)


def _options(answers: list[Answer]) -> list[str]:
    return list(dict.fromkeys(say.ANSWERS[a.kind] for a in answers))


def _mention_row(mention: dict[str, Any]) -> list[str]:
    word = str(mention.get("first_word", ""))
    said = [mention[field] for field in ("by_name", "cue", "basis_text", "gist")]
    return [mention["label"], word, say.WHAT["mention"], *said]


def _answer_row(answer: dict[str, Any]) -> list[str]:
    word = str(answer.get("first_word", ""))
    said = [answer[field] for field in ("by_name", "kind_text", "basis_text", "gist")]
    return [answer["label"], word, say.WHAT[answer["role"]], *said]
