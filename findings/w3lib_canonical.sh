#!/usr/bin/env bash
# w3lib canonicalizes hosts by the old IDNA and keeps a default port.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check w3lib==2.5.0
"$folder/venv/bin/python" - <<'EOF'
from importlib.metadata import version

from w3lib.url import canonicalize_url

cases = {
    "http://straße.example/": "http://strasse.example/",
    "http://example.org:80/a": "http://example.org:80/a",
    "http://example.org/a%26b": "http://example.org/a&b",
    "http://example.org/app#!/news/1": "http://example.org/app",
}
print("w3lib", version("w3lib"))
for given, seen in cases.items():
    found = canonicalize_url(given)
    print(given, "->", found)
    assert found == seen, (given, found)
EOF
