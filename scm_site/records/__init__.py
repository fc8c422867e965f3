"""Plain data that fits its schema becomes frozen records in one register, with look-ups."""
