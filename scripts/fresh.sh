#!/bin/sh
# Runs `make pdfs` and `make test` on a machine made for it: a Debian root by
# debootstrap that has make and little else, and in it a clone of one commit.
#
#   scripts/fresh.sh [--keep DIR] [--run COMMAND] SUITE [COMMIT]
#
#   SUITE           bookworm, trixie, testing: what debootstrap knows
#   COMMIT          HEAD unless named
#   --keep DIR      make the root in DIR and leave it; a root that is there is used again
#   --run COMMAND   run this in the clone (by sh) in place of the two commands
#
# As root, on Debian or Ubuntu, with debootstrap and git. MIRROR in the environment is
# where Debian comes from, KEYRING the file of the keys that the suite is signed with.
# What is set here about registries is set there too: pip's configuration and the folders
# it names, proxies, certificates, and what apt is told of proxies and dates.
#
# Exit code: 0 if every command ended with 0, 1 if not, 2 for a wrong call, 5 if no root
# could be made.
set -eu

MIRROR=${MIRROR:-http://deb.debian.org/debian}
LIMIT=3600 # seconds for one of the two commands

# Variables that say where packages come from, whom to trust, and where pip's own files are.
PASSED='PIP_([A-Z_]*INDEX[A-Z_]*|[A-Z_]*CERT|FIND_LINKS|TRUSTED_HOST|PROXY|CONSTRAINT|CONFIG_FILE'
PASSED="$PASSED|DEFAULT_TIMEOUT|RETRIES)|[a-z]+_proxy|[A-Z]+_PROXY|SSL_CERT_FILE"
PASSED="$PASSED|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|XDG_CONFIG_HOME|HOME"

say() { printf 'fresh: %s\n' "$*" >&2; }

stop() {
    code=$1
    shift
    say "$*"
    exit "$code"
}

passed() { env | grep -xE "($PASSED)=.*" || true; }

pip_files() {
    for file in /etc/pip.conf /etc/xdg/pip/pip.conf "$HOME/.pip/pip.conf" \
        "${XDG_CONFIG_HOME:-$HOME/.config}/pip/pip.conf" "${PIP_CONFIG_FILE:-}"; do
        [ ! -f "$file" ] || echo "$file"
    done
}

# The absolute paths that pip is told of, one a line. An index needs the folder above it,
# where its files are.
paths() {
    {
        pip_files
        pip_files | while read -r file; do sed 's/^[^#=]*=//' "$file"; done
        passed | grep -vE '^(XDG_CONFIG_)?HOME=' | sed 's/^[^=]*=//'
    } | tr -s ' \t' '\n' | sed -n 's,^file://,,; s,/simple/*$,,; /^\//p' | sort -u
}

# Files are copied; folders are mounted, so that nothing there can change them.
lend() {
    paths | while read -r path; do
        if [ -f "$path" ]; then
            mkdir -p "$root${path%/*}"
            cp -L "$path" "$root$path"
        elif [ -d "$path" ]; then
            mkdir -p "$root$path"
            mount --bind "$path" "$root$path"
            mount -o remount,bind,ro "$root$path"
        fi
    done
    cp -L /etc/hosts /etc/resolv.conf "$root/etc/"
    apt-config dump 2>/dev/null | grep -iE '^Acquire::(https?::proxy|Check-)' \
        >"$root/etc/apt/apt.conf.d/90fresh" || true
}

make_root() {
    say "making a root of $suite"
    if ! debootstrap --variant=minbase --include=make,ca-certificates ${KEYRING:+--keyring="$KEYRING"} \
        "$suite" "$root" "$MIRROR" >"$root/debootstrap.out" 2>&1; then
        grep -E '^[EW]: ' "$root/debootstrap.out" >&2 || tail -n 5 "$root/debootstrap.out" >&2
        stop 5 "no root of $suite. For a key that is not known, install a newer" \
            "debian-archive-keyring, or name its file in KEYRING"
    fi
    echo "$suite" >"$root/.suite" # the root is whole
}

# A clone that was kept goes to the commit, and what make has set up in it stays.
clone() {
    if [ ! -d "$root/mi-print" ]; then
        git clone --quiet --no-checkout . "$root/mi-print"
    fi
    git -C "$root/mi-print" fetch --quiet "$PWD" "$commit"
    git -C "$root/mi-print" checkout --quiet "$commit"
}

# there COMMAND: in the clone, with nothing in the environment but what is passed
there() (
    command=$1
    set -- chroot "$root" sh -c "cd /mi-print && $command"
    for name in $(passed | sed 's/=.*//'); do
        eval "set -- \"$name=\$$name\" \"\$@\""
    done
    exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
)

# measured COMMAND: run it there, and say how it ended and what it took
measured() {
    say "$1"
    began=$(date +%s)
    code=0
    there "$1" || code=$?
    results="$results
    $1: exit code $code, $(($(date +%s) - began)) s"
    [ "$code" = 0 ] || failed=1
}

versions() {
    there 'echo "$(.venv/bin/python --version), Pango" \
        "$(dpkg-query -W -f "\${Version}" libpango-1.0-0)"' 2>/dev/null || true
}

# In namespaces of its own: what is mounted and started here ends with it, whatever ends it.
inside() {
    [ -e "$root/.suite" ] || make_root
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    mkdir -p "$root$HOME"
    lend
    clone
    results='' failed=0
    if [ -n "$run" ]; then
        measured "$run"
    else
        measured "timeout $LIMIT make pdfs"
        results="$results, $(find "$root/mi-print/output" -name '*.pdf' | wc -l) files"
        measured "timeout $LIMIT make test"
    fi
    say "$suite, $(versions), commit $(git rev-parse --short "$commit")$results"
    exit $failed
}

if [ "${1:-}" = --inside ]; then # by this script alone
    root=$2 suite=$3 commit=$4 run=$5
    inside
fi

keep='' run=''
while [ $# -gt 0 ]; do
    case "$1" in
        --keep) keep=$(realpath -m "${2:?names a folder}") && shift 2 ;;
        --run) run=${2:?names a command} && shift 2 ;;
        -*) stop 2 "there is no option $1" ;;
        *) break ;;
    esac
done
[ $# = 1 ] || [ $# = 2 ] || stop 2 "scripts/fresh.sh [--keep DIR] [--run COMMAND] SUITE [COMMIT]"
cd "$(dirname "$0")/.."
suite=$1
commit=$(git rev-parse --verify --quiet "${2:-HEAD}^{commit}") || stop 2 "there is no commit $2"
[ "$(id -u)" = 0 ] || stop 5 "run it as root: debootstrap and chroot want that"
for name in debootstrap unshare git; do
    command -v "$name" >/dev/null || stop 5 "not on this machine: $name"
done
if [ -n "$keep" ] && [ -n "$(ls -A "$keep" 2>/dev/null)" ]; then
    [ "$(cat "$keep/.suite" 2>/dev/null)" = "$suite" ] || stop 2 "$keep holds no root of $suite"
fi

root=${keep:-$(mktemp -d)} child=''
clean() {
    if [ -n "$child" ]; then
        kill -KILL "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    if [ -z "$keep" ] || [ ! -e "$root/.suite" ]; then
        rm -rf "$root" || { sleep 2 && rm -rf "$root"; } # a process of it was still ending
    fi
}
trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir -p "$root"
chmod 755 "$root" # apt downloads as a user of its own
# A shell lets what it starts in the background ignore interruptions; here they are tested.
env --default-signal=INT,QUIT unshare --mount --pid --fork --kill-child \
    scripts/fresh.sh --inside "$root" "$suite" "$commit" "$run" &
child=$!
code=0
wait "$child" || code=$?
child=''
exit "$code"
