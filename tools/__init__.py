"""Tools of the project's developers: they make files that the game carries. The game never imports them."""
