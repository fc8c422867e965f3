#!/bin/sh
# Makes the virtual environment .venv with the Python that is given, or says in one line what is missing.
set -eu
python=$1

stop() {
    echo "$1" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 ||
    stop "Python is missing: install Python 3.11 or newer, or name it: make site PYTHON=/path/to/python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "$("$python" --version) is too old: install Python 3.11 or newer, or name it: make site PYTHON=python3.12"

# Debian and Ubuntu keep the parts that make a virtual environment in a package of their own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq && apt-get install -y -qq python3-venv
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "Python's venv is missing: install it (on Debian and Ubuntu: sudo apt-get install python3-venv), then try again"
fi

# A failed attempt must not look like a finished one.
rm -rf .venv
"$python" -m venv .venv || { rm -rf .venv; stop "The virtual environment .venv could not be made: see the lines above"; }
