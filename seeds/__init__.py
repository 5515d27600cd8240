"""What Dateline starts from: feed lists and the sample newsroom."""
