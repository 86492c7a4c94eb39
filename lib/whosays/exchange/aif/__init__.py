"""AIF, the Argument Interchange Format, as the JSON of AIFdb: read, written, weighed, made a case and made of one."""
