"""What the tools for a case of one's own say."""
