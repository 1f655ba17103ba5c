"""Checks of sense: a scenario could be played so, but says what cannot be or is not meant."""
