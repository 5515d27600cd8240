"""Where an article is, as Trafilatura finds it, without what a plain page does not need.

Imported for its effect: it replaces one function of Trafilatura, which is private, so a test
holds that it is still there and still called. Trafilatura compares what it found with other
extractors, and looks at the page again where that is little of it; both take longer than its own
search. Here they are left out where its finding is enough. Others who call Trafilatura get what
they ask for.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction, core
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt

Enough = Callable[[str], bool]


class _Asked(Extractor):  # type: ignore[misc]
    """Trafilatura's options, and whether what its own search finds is enough."""

    enough: Enough


def pointed_at(tree: HtmlElement, enough: Enough) -> str:
    """The text that Trafilatura finds in `tree`; empty where it finds none.

    `enough` says of what its own search finds whether no other extractor need be asked.
    """
    options = _Asked(output_format="python", comments=False)
    options.enough = enough
    document = bare_extraction(tree, options=options)
    return document.text if document is not None and document.text else ""


_extract_and_compare = core._extract_and_compare


def _extract_or_compare(
    cleaned: HtmlElement, backup: HtmlElement, tree: HtmlElement, options: Extractor
) -> tuple[_Element, str]:
    if not isinstance(options, _Asked) or options.focus != "balanced":
        whole: tuple[_Element, str] = _extract_and_compare(cleaned, backup, tree, options)
        return whole
    found: tuple[_Element, str] = core.extract_content(cleaned, options)
    if not options.enough(xmltotxt(found[0], include_formatting=False)):
        found = core.compare_extraction(backup, core.copy(tree), *found, options)
    else:
        options.focus = "precision"  # only looked at again to leave out the rest
    return found


core._extract_and_compare = _extract_or_compare
