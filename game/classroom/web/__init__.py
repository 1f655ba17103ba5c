"""The classroom's pages: forms that work in any browser, and a script that only spares reloading."""
