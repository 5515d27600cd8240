#!/usr/bin/env bash
# dateparser reads Eastern Time as winter time in June, a decade as minutes, a quarter as a day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'EOF'
from datetime import datetime
from importlib.metadata import version

import dateparser

base = {"RELATIVE_BASE": datetime(2024, 3, 5, 12)}
june = dateparser.parse("June 10, 2024 3 p.m. ET")
decade = dateparser.parse("the 1990s", settings=base)
quarter = dateparser.parse("Q1 2024", settings=base)
print("dateparser", version("dateparser"))
print("June 10, 2024 3 p.m. ET ->", june, "(New York keeps UTC-04:00 then)")
print("the 1990s, asked on 5 March 2024 at 12:00 ->", decade)
print("Q1 2024, asked on 5 March 2024 ->", quarter)
assert june is not None and june.utcoffset().total_seconds() == -5 * 3600
assert decade is not None and (datetime(2024, 3, 5, 12) - decade).total_seconds() == 1990
assert quarter is not None and (quarter.year, quarter.month, quarter.day) == (2024, 3, 5)
EOF
