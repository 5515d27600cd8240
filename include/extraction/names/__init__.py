"""People, bodies and other names of a text: found, weighed, joined, with their roles."""
