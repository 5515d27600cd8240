#!/usr/bin/env bash
# The pip that Python 3.12.1 brings installs trafilatura 2.3.1 so that it cannot be imported.
# justext asks for lxml[html_clean]; lxml 6.1.3 calls that extra html-clean. A pip that compares
# the two letter by letter leaves lxml_html_clean out with a warning and exit status 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
packages="trafilatura==2.3.1 justext==3.0.2 lxml==6.1.3"
for pip in 23.2.1 26.3; do
    "${PYTHON:-python3.12}" -m venv "$folder/$pip"
    python="$folder/$pip/bin/python"
    "$python" -m pip install --quiet --disable-pip-version-check "pip==$pip" 2>/dev/null
    # shellcheck disable=SC2086  # several packages
    "$python" -m pip install --quiet --disable-pip-version-check $packages 2>/dev/null
    printf 'pip %s: ' "$pip"
    if "$python" -c 'import trafilatura' 2>"$folder/said"; then answer=works; else answer=$(tail -2 "$folder/said" | head -1); fi
    echo "import trafilatura: $answer"
    case "$pip:$answer" in
        23.2.1:*"lxml.html.clean module is now a separate project"*) ;;
        26.3:works) ;;
        *) echo "this has changed"; exit 1 ;;
    esac
done
