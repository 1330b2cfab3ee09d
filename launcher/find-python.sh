#!/bin/sh
# Runs the first Python ≥ 3.12 that it finds with the arguments given. PYTHON names one; it is then the only candidate.
# Only what every sh has built in is used, so that it works where PATH has little.

found=

fits() {
    command -v "$1" >/dev/null 2>&1 || return 1
    version=$("$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3]); sys.exit(sys.version_info < (3, 12))' 2>/dev/null)
    status=$?
    [ -z "$version" ] || [ $status -eq 0 ] || found="$found${found:+, }$version as $1"
    [ -n "$version" ] && [ $status -eq 0 ]
}

give_up() {
    echo "$1" >&2
    exit 1
}

if [ -n "$PYTHON" ]; then
    fits "$PYTHON" && exec "$PYTHON" "$@"
    give_up "PYTHON=$PYTHON is no Python ≥ 3.12${found:+ but $version}: name another one, or leave PYTHON out to have one found."
fi

# pyenv's `python3` is the one that .python-version names; where its shims are not on PATH, the folders are searched.
wanted=
[ -r .python-version ] && read -r wanted <.python-version
versions="${PYENV_ROOT:-$HOME/.pyenv}/versions"
for python in .venv/bin/python python3 python python3.14 python3.13 python3.12 \
    "$versions/$wanted"*/bin/python3 "$versions"/3.1[2-9]*/bin/python3; do
    fits "$python" && exec "$python" "$@"
done

if command -v uv >/dev/null 2>&1; then
    python=$(uv python find --no-project --system '>=3.12' 2>/dev/null) && fits "$python" && exec "$python" "$@"
    echo "There is no Python ≥ 3.12 here yet: uv installs one." >&2
    uv python install 3.13 >&2 && python=$(uv python find --no-project --system '>=3.12' 2>/dev/null) && exec "$python" "$@"
fi

give_up "The newsroom needs Python 3.12 or newer and found ${found:-no Python}: install one (apt install python3.13, \
pyenv install 3.13, or uv, which brings its own), or name one with PYTHON=/path/to/python3."
