"""The explorer in a notebook: an anywidget around the same module that the one-file page uses."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from whosays.analysis.matrix import Matrix
from whosays.analysis.trace import Trace
from whosays.analysis.weigh import SCALE, Framework, Reading
from whosays.case.anchor import find
from whosays.case.errors import UnknownIdError
from whosays.case.model import LAYERS, Case
from whosays.show.language import speaking
from whosays.show.matrix import sentence as weighed
from whosays.show.reading import reading
from whosays.show.sentences import repr_of
from whosays.show.sheet import sheet

HERE = Path(__file__).parent
MODULE = HERE / "explorer.js"
STYLE = HERE / "explorer.css"
OPENED = ("claim", "layer", "guided", "view", "withdrawn", "joined", "graded", "ratings")
VIEWS = ("whatif", "beyond", "numbers", "space", "matrix")


class Explorer(anywidget.AnyWidget):
    """One case to explore; what the reader opens and what Python sets are the same traits.

    A reader's own copy of the article comes in as a message, is searched here and is not kept.

    Attributes:
        claim: Id of the open claim; empty for the opening view.
        layer: article, or beyond for the article and what is known from outside it.
        guided: True holds the counts back until the reader has guessed, and the outside until one line is written.
        view: whatif, beyond (which opens its layer), numbers, space or matrix; empty for the article, or for a claim
            if one is open.
        withdrawn: Ids of the sources that the reader has taken away in the What-if view.
        joined: Groups of ids of sources that count as one there.
        graded: How a source is read to know there, by id: 1 a bare statement of a party, 2 a competing figure of a
            party, 3 an assessment by a third party, 4 first-hand observation at the place.
        ratings: What the reader chose in the matrix: the grade of an item by its id, a rating by the ids of item and
            hypothesis with a space between them; see ``whosays.analysis.matrix.Matrix``.
        seat: Number of the seat whose answers are kept; 0 for none.
        answers: What the reader answered: rows of item, moment, value and reason; see ``whosays.teach.answers``.
        notice: What there is to say about where the answers are kept; empty if all is well.
        kept: Whether what is answered is kept; ``whosays.teach.desk.keep`` does that.

    Example:
        >>> from whosays import Explorer, load
        >>> Explorer(load("kramatorsk-2023"), claim="k08", guided=False)
        Explorer of kramatorsk-2023, k08, article only: One mention of the legal
        verdict on Makiivka goes back to one root, the Russian Defence Ministry;
        nobody here speaks against it.
    """

    _esm = MODULE
    _css = STYLE
    _sheet = traitlets.Dict().tag(sync=True)
    claim = traitlets.Unicode("").tag(sync=True)
    layer = traitlets.Unicode("article").tag(sync=True)
    guided = traitlets.Bool(default_value=True).tag(sync=True)
    view = traitlets.Unicode("").tag(sync=True)
    withdrawn = traitlets.List(traitlets.Unicode()).tag(sync=True)
    joined = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    graded = traitlets.Dict(traitlets.Int(), traitlets.Unicode()).tag(sync=True)
    ratings = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(sync=True)
    seat = traitlets.Int(0).tag(sync=True)
    answers = traitlets.List(traitlets.Any()).tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    kept = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(  # noqa: PLR0913 - the traits
        self,
        case: Case,
        *,
        claim: str = "",
        layer: str = "article",
        guided: bool = True,
        view: str = "",
        without: Iterable[str] = (),
        join: Iterable[Iterable[str]] = (),
        grade: Mapping[str, int] | None = None,
        ratings: Mapping[str, str] | None = None,
        seat: int = 0,
        language: str = "",
    ) -> None:
        """Show a case.

        Args:
            case: A checked case.
            claim: Id of the claim to open with; empty for the opening view.
            layer: article or beyond.
            guided: Whether to hold back what the reader should guess first.
            view: whatif, beyond, numbers, space or matrix; empty for the article or the claim.
            without: Ids of the sources to take away in the What-if view.
            join: Groups of ids of sources to count as one there.
            grade: How sources are read to know there, 1 to 4, by id.
            ratings: Choices in the matrix.
            seat: Number of the seat; 0 for none. ``Casebook.explorer`` also keeps what is answered there.
            language: Tag of the language to speak, as uk; empty for the one that is spoken now, English if none is.

        Raises:
            UnknownIdError: There is no such claim, layer, view, source, grade, item or rating; the message names the
                near ones.
            ValueError: There are no words in that language.
        """
        super().__init__(_sheet=sheet(case, language), guided=guided, seat=seat)
        self._case = case.in_language(self.language)
        self.layer = layer
        self.claim = claim
        self.view = view
        self.withdrawn = list(without)
        self.joined = [list(group) for group in join]
        self.graded = dict(grade or {})
        self.ratings = dict(ratings or {})
        self.on_msg(self._answer)

    @traitlets.validate("layer")
    def _known_layer(self, proposal: dict[str, Any]) -> str:
        if proposal["value"] not in LAYERS:
            what = "layer"
            raise UnknownIdError(what, proposal["value"], LAYERS)
        return proposal["value"]

    @traitlets.validate("claim")
    def _known_claim(self, proposal: dict[str, Any]) -> str:
        claims = self._claims()
        if proposal["value"] and proposal["value"] not in claims:
            what = f"claim in the {self.layer} layer of {self._case.id}"
            raise UnknownIdError(what, proposal["value"], claims)
        return proposal["value"]

    @traitlets.validate("view")
    def _known_view(self, proposal: dict[str, Any]) -> str:
        views = [name for name in VIEWS if self._content(name)]
        if proposal["value"] and proposal["value"] not in views:
            what = "view"
            raise UnknownIdError(what, proposal["value"], views)
        return proposal["value"]

    @traitlets.validate("withdrawn")
    def _known_sources(self, proposal: dict[str, Any]) -> list[str]:
        self._know(proposal["value"])
        return proposal["value"]

    @traitlets.validate("joined")
    def _known_groups(self, proposal: dict[str, Any]) -> list[list[str]]:
        self._know(name for group in proposal["value"] for name in group)
        return proposal["value"]

    @traitlets.validate("graded")
    def _known_grades(self, proposal: dict[str, Any]) -> dict[str, int]:
        self._know(proposal["value"])
        grades = [grade for grade, _ in SCALE]
        for grade in proposal["value"].values():
            if grade not in grades:
                what = "grade of a source"
                raise UnknownIdError(what, grade, map(str, grades))
        return proposal["value"]

    def _know(self, names: Iterable[str]) -> None:
        known = [root["id"] for root in self._sheet["layers"][self.layer]["whatif"]["roots"]]
        for name in names:
            if name not in known:
                what = f"source in the What-if view of the {self.layer} layer of {self._case.id}"
                raise UnknownIdError(what, name, known)

    @traitlets.validate("ratings")
    def _known_ratings(self, proposal: dict[str, Any]) -> dict[str, str]:
        held = [layer["matrix"] for layer in self._sheet["layers"].values() if layer["matrix"]] if self._sheet else []
        hypotheses = dict.fromkeys(h["id"] for fragment in held for h in fragment["hypotheses"])
        items = dict.fromkeys(item["id"] for fragment in held for item in fragment["items"])
        return dict(Matrix(tuple(hypotheses), tuple(items), proposal["value"]).chosen)

    @traitlets.observe("layer")
    def _leave_what_the_layer_has_not(self, _change: object) -> None:
        if self.claim not in self._claims():
            self.claim = ""
        self.withdrawn, self.joined, self.graded = [], [], {}
        if self.view == "beyond" and self.layer == "article":
            self.view = ""

    @traitlets.observe("view")
    def _look_as_far_as_the_view_does(self, _change: object) -> None:
        if self.view == "beyond":
            self.layer = "beyond"

    def _content(self, view: str) -> dict[str, Any] | None:
        return self._sheet["beyond"] if view == "beyond" else self._sheet["layers"][self.layer].get(view)

    def _claims(self) -> dict[str, Any]:
        return self._sheet["layers"][self.layer]["claims"] if self._sheet else {}

    def _answer(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        """Answer the page: where passages stand in the reader's own copy, or what a reading of its own changes."""
        if content.get("type") == "copy" and isinstance(content.get("text"), str):
            found = find(self._case.passages, content["text"])
            places = [{"passage": f.passage, "how": f.how, "start": f.start, "end": f.end} for f in found]
            self.send({"type": "found", "found": places})
        if content.get("type") == "reading":
            asked = {name: content[name] for name in ("layer", "withdrawn", "joined", "graded")}
            self.send({"type": "reading", **asked, **self._read(**asked)})

    def _read(
        self, layer: str, withdrawn: Iterable[str], joined: Iterable[Iterable[str]], graded: Mapping[str, int]
    ) -> dict[str, Any]:
        asked = Reading(frozenset(withdrawn), tuple(map(tuple, joined)), graded)
        with speaking(self.language):
            return reading(Framework(Trace(self._case, "beyond" if layer == "beyond" else "article")), asked)

    @property
    def language(self) -> str:
        """Tag of the language that it speaks.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> explorer = book.explorer("k01", guided=False)
            >>> explorer.language
            'en'
        """
        return self._sheet["language"]

    @property
    def content(self) -> dict[str, Any]:
        """The sheet that is shown; see ``whosays.show.sheet``.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> explorer = book.explorer("k01", guided=False)
            >>> explorer.content["article"]["title"]
            'What happened to the frogs of Quillstead?'
            >>> view = explorer.content["layers"]["article"]["whatif"]
            >>> [root["id"] for root in view["roots"]]
            ['s01', 's05', 's06', 's07', 's08', 's09', 's10', 's11']
        """
        return self._sheet

    @property
    def opened(self) -> dict[str, Any]:
        """What is open, under the names that ``mount`` in ``explorer.js`` knows.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> explorer = book.explorer("k01", guided=False)
            >>> explorer.view, explorer.withdrawn = "whatif", ["s06"]
            >>> explorer.opened["withdrawn"]
            ['s06']
        """
        return {name: getattr(self, name) for name in OPENED}

    @property
    def sentence(self) -> str:
        """The one sentence of what is shown when nothing is held back.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> explorer = book.explorer("k01", guided=False)
            >>> explorer.sentence
            'Four mentions of the number of frogs go back to one root, the town hall;
            of four answers, one comes from someone who saw it first-hand.'
            >>> explorer.view, explorer.withdrawn = "whatif", ["s06"]
            >>> explorer.sentence
            'Without the caretaker, one claim changes its word.'
        """
        layer = self._sheet["layers"][self.layer]
        if self.view == "whatif" and (self.withdrawn or self.joined or self.graded):
            return self._read(self.layer, self.withdrawn, self.joined, self.graded)["sentence"]
        if self.view == "matrix":
            with speaking(self.language):
                return weighed(layer["matrix"], self.ratings)
        content = self._content(self.view) if self.view else None
        return (content or (layer["claims"][self.claim] if self.claim else layer))["sentence"]

    @property
    def sentence_before(self) -> str:
        """The one sentence while what the reader should guess first is held back, whatever was answered.

        Example:
            >>> from whosays import open_case
            >>> book = open_case("practice-pond-2025")
            >>> explorer = book.explorer("k01", guided=False)
            >>> explorer.sentence_before
            'Four mentions of the number of frogs; how many independent roots they go
            back to is shown after your guess.'
        """
        if self.view == "beyond":
            return self._sheet["beyond"]["sentence_before"]
        if self.view and self.view != "numbers":
            return self._sheet["labels"]["view_held"]
        claim = self._claims().get(self.claim) if not self.view else None
        return claim["sentence_before_guess"] if claim else self.sentence

    def __repr__(self) -> str:
        """Return the state as a sentence, so that a notebook's stored output is a test of the answer.

        With guidance it is the sentence before the guess: a stored output must not give away what is asked first.
        """
        held = self.guided and self._sheet["first_question"] is not None
        sentence = self.sentence_before if held else self.sentence
        with speaking(self.language):
            return repr_of(self._case.id, self.view or self.claim or "article", self.layer, sentence)
