#!/bin/sh
# Writes requirements/*.txt anew: the newest versions that pyproject.toml allows, with the hash of every file.
set -e
if ! command -v uv >/dev/null 2>&1; then
    echo "Pinning needs uv (https://docs.astral.sh/uv/): install it with pip install uv, then start again." >&2
    exit 1
fi
pin() {
    uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.12 --generate-hashes \
        --no-annotate --no-header "$@"
}
pin -o requirements/run.txt
pin --group dev -o requirements/dev.txt
