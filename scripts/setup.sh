#!/bin/sh
# Makes .venv with everything that mi-print needs, from a machine that has
# little more than make. Run by the Makefile; running it again changes nothing.
#
#   scripts/setup.sh            Python, the typesetter's libraries, .venv
#   scripts/setup.sh referees   also the programs that the tests compare with
#
# Exit code 5: something is missing here and can't be installed from here.
set -eu
cd "$(dirname "$0")/.."

# What WeasyPrint 70 loads. It would do without libharfbuzz-subset, with other bytes.
LIBRARIES="libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0
    libharfbuzz-subset.so.0 libfontconfig.so.1"
PROGRAMS="gs pdftoppm"

say() { printf 'mi-print: %s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

stop() {
    say "$1"
    printf '    %s\n' "$2" >&2
    exit 5
}

manager() {
    for name in apt-get dnf pacman apk brew; do
        if has "$name"; then
            echo "$name"
            return
        fi
    done
    echo none
}

# packages KIND: what the package manager calls a need of ours
packages() {
    case "$(manager):$1" in
        apt-get:python) echo "python3 python3-venv" ;;
        apt-get:newer-python) echo "python3.11 python3.11-venv" ;;
        apt-get:libraries) echo "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" ;;
        apt-get:programs | dnf:programs) echo "ghostscript poppler-utils" ;;
        dnf:python) echo "python3" ;;
        dnf:newer-python) echo "python3.12" ;;
        dnf:libraries) echo "pango harfbuzz" ;;
        pacman:*python) echo "python" ;;
        pacman:libraries | brew:libraries) echo "pango harfbuzz" ;;
        pacman:programs | brew:programs) echo "ghostscript poppler" ;;
        apk:*python) echo "python3" ;;
        apk:libraries) echo "so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0" \
            "so:libharfbuzz-subset.so.0 so:libfontconfig.so.1" ;;
        apk:programs) echo "ghostscript poppler-utils" ;;
        brew:*python) echo "python@3.13" ;;
        *:*python) echo "Python 3.11 or newer, with venv" ;;
        *:libraries) echo "Pango 1.44 or newer with pangoft2, HarfBuzz with its subset library, fontconfig" ;;
        *:programs) echo "Ghostscript, poppler's tools" ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif has sudo && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# install KIND: try; whoever calls looks again whether it is there now
install() {
    wanted=$(packages "$1")
    say "installing $wanted"
    # shellcheck disable=SC2086 # a list of words
    case "$(manager)" in
        apt-get)
            as_root apt-get update -qq &&
                as_root env DEBIAN_FRONTEND=noninteractive \
                    apt-get install -y -qq --no-install-recommends $wanted
            ;;
        dnf) as_root dnf install -y -q $wanted ;;
        pacman) as_root pacman -S --noconfirm --needed --quiet $wanted ;;
        apk) as_root apk add --quiet $wanted ;;
        brew) brew install --quiet $wanted ;;
        *) return 1 ;;
    esac >/dev/null
}

# The first Python that is new enough and can make a virtual environment.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    return 1
}

need_python() {
    python=$(find_python) && return
    install python || true
    python=$(find_python) && return
    install newer-python || true
    python=$(find_python) || stop "Python 3.11 or newer with venv is not here" \
        "install it ($(packages python)), then run make again"
}

# shellcheck disable=SC2086 # a list of words
missing_libraries() { "$python" scripts/probe.py $LIBRARIES; }

missing_programs() {
    for name in $PROGRAMS; do
        has "$name" || echo "$name"
    done
}

# need KIND: look, install, look again
need() {
    [ -n "$("missing_$1")" ] || return 0
    install "$1" || true
    lost=$("missing_$1")
    # shellcheck disable=SC2086,SC2116 # lines become words
    [ -z "$lost" ] || stop "not on this machine: $(echo $lost)" \
        "install as an administrator: $(packages "$1"); then run make again"
}

environment() {
    if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    say "installing the Python packages of requirements.lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
}

need_python
need libraries
if [ "${1:-}" = referees ]; then
    need programs
else
    environment
fi
