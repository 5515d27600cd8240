"""Articles from pages: `clean` a fetched page into its article, or say why there is none."""

from include.articles.clean import clean, cleaned_by
from include.articles.rejected import Rejected

__all__ = ["Rejected", "clean", "cleaned_by"]
