"""A case under the choices of a report: as its makers wrote it, and as the report reads it, weighed once each."""

from dataclasses import dataclass
from functools import cached_property

from whosays.analysis.trace import Trace
from whosays.analysis.weigh import Framework, Standing
from whosays.case.model import Case, Claim
from whosays.report.kept import Kept, kept
from whosays.report.parameters import Parameters
from whosays.show.standing import standings


@dataclass(frozen=True)
class Inquiry:
    """What every section asks.

    Attributes:
        case: The case as its makers wrote it, in the language of the report.
        parameters: What the report was asked for.
    """

    case: Case
    parameters: Parameters

    @cached_property
    def read(self) -> Case:
        """The case with the bases that the report reads otherwise."""
        return self.parameters.of(self.case)

    @cached_property
    def trace(self) -> Trace:
        """The same, in the layer of the report."""
        return Trace(self.read, self.parameters.layer)

    @cached_property
    def framework(self) -> Framework:
        """The same, weighed under what the report takes away and grades otherwise."""
        return Framework(self.trace, self.parameters.reading)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where every claim stands in the report."""
        return self.framework.standings()

    @cached_property
    def before(self) -> dict[str, Standing]:
        """Where every claim stands in the case as its makers wrote it."""
        return Framework(Trace(self.case, self.parameters.layer)).standings()

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why every claim stands where it stands in the report."""
        found = standings(self.read, self.parameters.layer, self.parameters.reading)
        return {claim: stand["reason"] for claim, stand in found.items()}

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims of the list that the layer states, in the order of the case."""
        return [c for c in self.case.claims if c.role == "claim" and c.id in self.standings]

    @cached_property
    def moved(self) -> list[Claim]:
        """The claims whose word is another one in the report than in the case."""
        return [c for c in self.claims if self.before[c.id].word != self.standings[c.id].word]

    @cached_property
    def asked(self) -> str:
        """Id of the claim that the case asks about, or of the first one that the layer states; empty if none."""
        known = [q.claim for q in self.case.questions if q.view == "article" and q.claim in self.trace.statements]
        return next(iter([*known, *(c.id for c in self.claims)]), "")

    @cached_property
    def kept(self) -> Kept:
        """The files of the case."""
        return kept(self.case.folder)

    def label(self, source: str) -> str:
        """Return the name of a source as it reads in a sentence."""
        return self.case.source_by_id[source].label
