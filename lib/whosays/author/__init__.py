"""A case of one's own: from an article to tables that check and lint pass."""
