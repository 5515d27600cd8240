"""Bytes from the web as text, one decoder for feeds and pages: `text_of(body, content_type)`."""

from include.charsets.decoder import text_of

__all__ = ["text_of"]
