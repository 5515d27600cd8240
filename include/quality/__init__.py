"""How right extraction is: documents with the facts a careful reader finds, and scores."""
