#!/bin/sh
# Make .venv with Python 3.12 and the locked packages. Takes no root and no compiler.
#   make_venv.sh REQUIREMENTS...
# Python 3.12 is the one on PATH, or pyenv's, or one that uv brings. uv is the one on PATH,
# or installed by pip into .dateline/tools.
set -eu
version=3.12
tools=.dateline/tools
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}" # trust what this machine trusts, as pip does

works() { "$1" -c "import sys; sys.exit(sys.version_info[:2] < ($2))" >/dev/null 2>&1; }
exact() { "$1" -c "import sys; sys.exit(sys.version_info[:2] != (3, 12))" >/dev/null 2>&1; }
fail() { echo "dateline: $*" >&2; exit 2; }

find_python() {
    for one in "python$version" python3 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python; do
        if exact "$one"; then command -v "$one"; return; fi
    done
    echo "$version"
}

find_uv() {
    if command -v uv >/dev/null 2>&1; then command -v uv; return; fi
    if ! [ -x "$tools/bin/uv" ]; then
        for base in "$python" python3 python; do
            if works "$base" "3, 9" && "$base" -c "import ensurepip, venv" >/dev/null 2>&1; then break; fi
            base=
        done
        [ -n "$base" ] || fail "no Python with venv found: install python3-venv, or Python $version"
        mkdir -p .dateline
        "$base" -m venv "$tools" >&2
        "$tools/bin/pip" install --quiet --disable-pip-version-check uv >&2 ||
            fail "pip could not install uv: is a package index within reach?"
    fi
    echo "$tools/bin/uv"
}

python=$(find_python)
uv=$(find_uv)
exact .venv/bin/python || "$uv" venv --quiet --clear --python "$python" .venv ||
    fail "no Python $version: install it, or pyenv install $version"
for file in "$@"; do
    "$uv" pip install --quiet --python .venv/bin/python --require-hashes --compile-bytecode -r "$file" ||
        fail "could not install $file"
done
