"""The sample newsroom: invented publishers with their feeds and pages, served on loopback."""
