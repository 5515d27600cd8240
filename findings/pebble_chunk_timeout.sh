#!/usr/bin/env bash
# In a chunked map of Pebble one slow item costs the results of its whole chunk, done ones too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pebble==5.2.3
"$folder/venv/bin/python" - <<'EOF'
import time
from importlib.metadata import version
from concurrent.futures import TimeoutError

from pebble import ProcessPool


def work(seconds):
    time.sleep(seconds)
    return seconds


def outcomes(chunksize):
    with ProcessPool(max_workers=1) as pool:
        results = pool.map(work, [0, 0, 3, 0], chunksize=chunksize, timeout=1).result()
        found = []
        while True:
            try:
                found.append(next(results))
            except StopIteration:
                return found
            except TimeoutError:
                found.append("timed out")


print("pebble", version("pebble"))
one, four = outcomes(1), outcomes(4)
print("items one by one:", one)
print("all in one chunk:", four)
assert one == [0, 0, "timed out", 0]
assert four == ["timed out"]
EOF
