"""The widgets that pages are made of. Each is a frozen value; see `game/desktop/widget.py`."""
