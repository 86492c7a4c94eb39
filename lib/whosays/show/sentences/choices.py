"""What the closed choices of a case are called, by their ids."""

from whosays.show.language import Words

MARKS = Words(
    {
        "named": "someone named",
        "outlet": "the outlet itself",
        "nobody": "nobody named",
        "answer": "an answer",
        "caution": "a general caution",
    }
)
MATCHES = Words({"meets": "meets this part", "partly": "partly or unclear", "does not": "does not"})
ASPECTS = Words(
    {
        "number": "number",
        "place": "place",
        "date": "date",
        "target": "target",
        "presence": "presence",
        "whole": "whole",
    },
    context="part of a claim",
)
FORMS = Words(
    {
        "direct": "Direct quotation",
        "indirect": "Reported speech",
        "own voice": "Own voice",
        "presupposed": "Taken as given",
    }
)
PAGE_LINE = Words(
    {
        "direct": "quotes it",
        "indirect": "reports it",
        "own voice": "says it itself",
        "presupposed": "takes it as given",
    }
)
BASIS = Words(
    {
        "saw": "Saw it first-hand",
        "compared": "Compared pictures or records",
        "was told": "Was told",
        "official": "Speaks by office",
        "inferred": "Worked it out",
        "vouches for itself": "Says so itself",
        "none given": "Basis not given",
    }
)
BASIS_LINE = Words(
    {
        "saw": "saw it first-hand",
        "compared": "compared pictures or records",
        "was told": "was told",
        "official": "speaks by office",
        "inferred": "worked it out",
        "vouches for itself": "says so itself",
        "none given": "basis not given",
    }
)
EVIDENCE = Words(
    {
        "saw": "saw it first-hand",
        "compared": "pictures or records",
        "was told": "told by someone",
        "official": "its own office",
        "inferred": "a conclusion",
        "vouches for itself": "nothing shown",
        "none given": "not given",
    }
)
RELAY_LINE = Words(
    {"speaks for": "speaks for it", "passes on": "passes it on", "rests on": "rests on that"}, context="on the way"
)
ANSWERS = Words(
    {
        "denies": "denies",
        "doubts": "doubts",
        "counts": "gives another figure",
        "saw": "saw",
        "compares": "compared",
        "assesses": "assesses",
        "states": "says otherwise",
        "cautions": "cautions",
    }
)
WHAT = Words(
    {"mention": "mention", "answer": "answer", "caution": "caution", "support": "support", "remark": "remark"},
    context="kind of row",
)
SILENCE = Words(
    {
        "agreed": "every side takes it as given",
        "unchecked": "nobody here could check it",
        "not asked": "nobody here asked",
        "": "nobody here speaks to it",
    }
)
GRADES = Words(
    {
        "1": "bare statement of a party",
        "2": "competing figure of a party",
        "3": "assessment by a third party",
        "4": "first-hand observation at the place",
    }
)
STANDING_WORDS = Words(
    {
        "holds": "holds",
        "contested": "contested",
        "answered": "answered",
        "unchallenged": "unchallenged",
        "cannot be judged": "cannot be judged",
    },
    context="standing",
)
STANDINGS = Words(
    {
        "holds": "Something is said against it, and nothing said against it stands.",
        "contested": "Something is said against it, and nothing here settles it.",
        "answered": "Someone checked the right thing, or took away what it rests on, and nobody meets that.",
        "unchallenged": "Nobody here speaks to it. That is not the same as true.",
        "cannot be judged": "Nobody is left who says it, or you see no way to tell.",
    }
)
ROLES = Words({"support": "speaks for it", "remark": "adds to it"})
KINDS = Words(
    {
        "government": "government",
        "ministry": "ministry",
        "army": "army",
        "official": "public official",
        "spokesperson": "spokesperson",
        "agency": "news agency",
        "broadcaster": "broadcaster",
        "institute": "institute",
        "organisation": "organisation",
        "reporter": "reporter",
        "witness": "witness",
        "anonymous": "nobody named",
        "outlet": "news outlet",
        "law": "text of law",
    }
)
QUALITIES = Words(
    {
        "original": "the publisher’s own page",
        "partner": "the same text, carried by another outlet",
        "report": "somebody else’s account of it",
        "mirror": "a copy or rewrite of unclear origin",
        "none": "no copy",
    }
)
KNOWN = Words(
    {
        "read": "We read an archived copy, in part.",
        "computed": "Worked out by us from texts we read.",
        "searched": "Looked for and not found.",
        "unverified": "Not verified: background knowledge.",
        "made up": "Made up for this kit.",
    }
)
PLACES = Words({"headline": "Headline", "caption": "Caption", "byline": "Byline"})
IN_PLACE = Words({"headline": "the headline", "caption": "the caption", "byline": "the byline"})
VIEWS = Words(
    {
        "article": "the article",
        "claim": "one claim",
        "whatif": "what if",
        "beyond": "beyond the article",
        "numbers": "numbers and clocks",
        "space": "space",
        "matrix": "weigh explanations",
    },
    context="in a sentence",
)
LAYERS = Words({"article": "article only", "beyond": "beyond the article"}, context="in a sentence")
