#!/bin/sh
# Makes .venv with everything that mi-print needs, from a machine that has
# little more than make. Run by the Makefile; running it again changes nothing.
#
#   scripts/setup.sh            Python, the typesetter's libraries, Ghostscript, .venv
#   scripts/setup.sh referees   also the programs that the tests compare with
#
# What pip and the package manager say is shown only if they fail.
#
# Exit code 5: something is missing here and can't be installed from here.
set -eu
cd "$(dirname "$0")/.."

# What WeasyPrint 70 loads. It would do without libharfbuzz-subset, with other bytes.
LIBRARIES="libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0
    libharfbuzz-subset.so.0 libfontconfig.so.1"

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
        apt-get:poppler | dnf:poppler | apk:poppler) echo "poppler-utils" ;;
        dnf:python) echo "python3" ;;
        dnf:newer-python) echo "python3.12" ;;
        dnf:libraries) echo "pango harfbuzz" ;;
        pacman:*python) echo "python" ;;
        pacman:libraries | brew:libraries) echo "pango harfbuzz" ;;
        pacman:poppler | brew:poppler) echo "poppler" ;;
        apk:*python) echo "python3" ;;
        apk:libraries) echo "so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0" \
            "so:libharfbuzz-subset.so.0 so:libfontconfig.so.1" ;;
        brew:*python) echo "python@3.13" ;;
        *:*python) echo "Python 3.11 or newer, with venv" ;;
        *:libraries) echo "Pango 1.44 or newer with pangoft2, HarfBuzz with its subset library, fontconfig" ;;
        none:ghostscript) echo "Ghostscript" ;;
        *:ghostscript) echo "ghostscript" ;;
        *:poppler) echo "poppler's tools" ;;
        dnf:mupdf) echo "mupdf" ;;
        *:mupdf) echo "mupdf-tools" ;;
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

# quietly COMMAND…: what it says is only of interest if it fails
quietly() {
    heard=$("$@" 2>&1) || {
        code=$?
        [ -z "$heard" ] || printf '%s\n' "$heard" >&2
        return "$code"
    }
}

# apt tells its progress to a pseudo-terminal, which a container may not have.
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"; }

apt_install() {
    apt_get update || true # of many sources one may fail
    apt_get install --yes --no-install-recommends "$@"
}

# install KIND: try; whoever calls looks again whether it is there now
install() {
    wanted=$(packages "$1")
    say "installing $wanted"
    # shellcheck disable=SC2086 # a list of words
    case "$(manager)" in
        apt-get) quietly apt_install $wanted ;;
        dnf) quietly as_root dnf install -y -q $wanted ;;
        pacman) quietly as_root pacman -S --noconfirm --needed --quiet $wanted ;;
        apk) quietly as_root apk add --quiet $wanted ;;
        brew) quietly brew install --quiet $wanted ;;
        *) return 1 ;;
    esac
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

missing_ghostscript() { has gs || echo gs; }

missing_poppler() { has pdftoppm || echo pdftoppm; }

missing_mupdf() { has mutool || echo mutool; }

# lost KIND: look, install, look again; what is still not there
lost() {
    [ -n "$("missing_$1")" ] || return 0
    install "$1" || true
    # shellcheck disable=SC2046 # lines become words
    echo $("missing_$1")
}

need() {
    gone=$(lost "$1")
    [ -z "$gone" ] || stop "not on this machine: $gone" \
        "install as an administrator: $(packages "$1"); then run make again"
}

# Print editions are made without it too; preflight then says what it did not measure.
want_ghostscript() {
    [ -z "$(lost ghostscript)" ] ||
        say "ink will not be measured without Ghostscript: install $(packages ghostscript)"
}

environment() {
    if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    say "installing the Python packages of requirements.lock"
    quietly pip_install --require-hashes --requirement requirements.lock
    quietly pip_install --no-deps --no-build-isolation --editable .
}

pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

need_python
need libraries
if [ "${1:-}" = referees ]; then
    need ghostscript
    need poppler
    need mupdf
else
    want_ghostscript
    environment
fi
