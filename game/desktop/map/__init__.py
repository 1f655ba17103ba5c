"""The map: its charts, the camera over them, the inks it is printed in, and the widget that shows it."""
