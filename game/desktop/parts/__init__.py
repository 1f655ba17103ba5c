"""Parts of pages that more than one screen shows."""
