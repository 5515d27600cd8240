#!/usr/bin/env bash
# htmldate takes a day written with a French month for the first of January, and dates from paths.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check htmldate==1.11.0
"$folder/venv/bin/python" - <<'EOF'
import htmldate
from importlib.metadata import version

print("htmldate", version("htmldate"))
cases = {
    "a day with an accented month": (
        "<html><body><p>Publié le 6 août 2024</p></body></html>",
        "2024-01-01",
    ),
    "only a script's path has a date": (
        '<html><head><script src="/js/2016/02/03/app.js"></script></head><body><p>News</p></body></html>',
        "2016-02-03",
    ),
    "only a picture's path has a month": (
        '<html><body><p>News</p><img src="/wp-content/uploads/2018/07/x.jpg"></body></html>',
        "2018-07-01",
    ),
}
for what, (page, seen) in cases.items():
    found = htmldate.find_date(page, original_date=True)
    print(f"{what}: {found}")
    assert found == seen, (what, found)
EOF
