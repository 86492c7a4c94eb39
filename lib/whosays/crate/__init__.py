"""Packages for research repositories: a case or a report as one RO-Crate, and how it is cited."""
