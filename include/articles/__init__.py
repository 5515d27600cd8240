"""Articles from pages: `clean` a fetched page into its article, or say why there is none."""

from include.articles.clean import CLEANED_BY, clean
from include.articles.rejected import Rejected

__all__ = ["CLEANED_BY", "Rejected", "clean"]
