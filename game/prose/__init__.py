"""Sentences: from views, events and states to the words that every front shares."""
