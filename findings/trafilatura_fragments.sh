#!/usr/bin/env bash
# trafilatura joins struck-out words, insertions and footnote marks to what stands beside them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6
"$folder/venv/bin/python" - <<'EOF'
"""Numbers change meaning: a struck 14 stands beside its 15, a footnote 3 makes 21 to 213."""
import trafilatura

FILL = "<p>" + "The council met again in the evening to hear what the engineers had found. " * 4 + "</p>"


def body(sentence: str) -> str:
    page = f"<html><body><article><h1>News</h1><p>{sentence}</p>{FILL}</article></body></html>"
    return trafilatura.extract(page).split("\n")[1 if "News" in trafilatura.extract(page)[:8] else 0]


cases = {
    "At least <del>14</del> <ins>15</ins> people were hurt in the storm on the coast.": "14 15 people",
    "The storm hurt 21<sup>3</sup> people on the coast, officials of the county said.": "213 people",
    "She said: <q>We will not pay for it</q>, and left the room without another word.": "",
}
print("trafilatura", trafilatura.__version__)
for sentence, seen in cases.items():
    found = body(sentence)
    print(sentence, "->", found)
    if seen:
        assert seen in found, found
    else:
        assert "We will not pay for it" in found
        assert not any(mark in found for mark in '"“”«»'), found
EOF
