"""`plenipo playtest`: thousands of games by players of several styles, and what they say about a scenario."""
