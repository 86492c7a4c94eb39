"""How a case is said and shown: sentences, the sheet, tables, the explorer and the one-file page."""
