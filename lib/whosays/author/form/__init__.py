"""A form for a case of one's own, in a notebook: it shows a draft and calls it; every rule is the draft's."""
