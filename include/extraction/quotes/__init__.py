"""What is said, by whom, in which words."""
