# shellcheck shell=bash
# SPDX-FileCopyrightText: Signalbox contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts of this folder share; sourced, never run. Sets `root` to the source folder.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# entries PURPOSE...: the lines "names minimum what-for" of the list; names separated by |, minimum "-" when any will do
entries() {
    local purposes=" $* " purpose package what
    while read -r purpose package what; do
        case $purpose in '' | '#'*) continue ;; esac
        [[ $purposes == *" $purpose "* ]] || continue
        if [[ $package == *'>='* ]]; then
            printf '%s %s %s\n' "${package%%>=*}" "${package##*>=}" "$what"
        else
            printf '%s - %s\n' "$package" "$what"
        fi
    done <"$root/installer/dependencies"
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The version that the package sources offer; nothing when they have none.
candidate() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: *//p' | grep -v '^(none)$'; }

# A server of any supported version will do, whoever packaged it.
has_server() {
    local binary version
    for binary in /usr/lib/postgresql/*/bin/postgres; do
        version=${binary#/usr/lib/postgresql/}
        version=${version%%/*}
        if [ -x "$binary" ] && [ "${version%%.*}" -ge 15 ] 2>/dev/null; then return 0; fi
    done
    return 1
}

# satisfied NAMES MINIMUM
satisfied() {
    local name version
    local -a names
    if [ "$1" = postgresql ] && has_server; then return 0; fi
    if [[ $1 == *@* ]]; then
        command -v "${1%@*}" >/dev/null || [ -x "$(tools_folder)/${1%@*}" ]
        return
    fi
    if [[ $1 == *'?' ]]; then
        installed "${1%'?'}" || [ -z "$(candidate "${1%'?'}")" ]
        return
    fi
    IFS='|' read -r -a names <<<"$1"
    for name in "${names[@]}"; do
        installed "$name" || continue
        [ "$2" = - ] && return 0
        version=$(dpkg-query -W -f='${Version}' "$name")
        if dpkg --compare-versions "$version" ge "$2"; then return 0; fi
    done
    return 1
}

# missing PURPOSE...: the entries that are not satisfied
missing() {
    local names minimum what
    entries "$@" | while read -r names minimum what; do
        satisfied "$names" "$minimum" || printf '%s %s %s\n' "$names" "$minimum" "$what"
    done
}

# choose NAMES MINIMUM: prints the package to install, or fails with the reason on stderr
choose() {
    local name version old=
    local -a names
    IFS='|' read -r -a names <<<"$(sed 's/?$//; s/^[^@]*@//' <<<"$1")"
    for name in "${names[@]}"; do
        version=$(candidate "$name") || continue
        if [ "$2" = - ] || dpkg --compare-versions "$version" ge "$2"; then
            printf '%s\n' "$name"
            return 0
        fi
        old="$name $version"
    done
    if [ -n "$old" ]; then
        printf '   %s is what this system offers; Signalbox needs %s or newer\n' "$old" "$2" >&2
    else
        printf '   %s is not offered by the package sources of this system\n' "${1//|/ or }" >&2
    fi
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo env "http_proxy=${http_proxy:-}" "https_proxy=${https_proxy:-}" "no_proxy=${no_proxy:-}" "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" |
        grep -vE '^(Get:|Selecting |Preparing |Unpacking |\(Reading|Processing |update-alternatives:)'
}

# Installs packages of the PostgreSQL server without the system-wide server that Debian would make and start for them:
# its switch is turned off meanwhile, and the file put back as it was. Clusters that exist are not touched.
install_server() {
    local conf=/etc/postgresql-common/createcluster.conf kept=/etc/postgresql-common/createcluster.conf.signalbox status=0
    installed postgresql-common || apt_install postgresql-common || return
    as_root cp -p "$conf" "$kept" || return
    # shellcheck disable=SC2064 # the paths of now
    trap "as_root mv -f '$kept' '$conf'" EXIT
    trap 'exit 130' INT TERM
    as_root sh -c "printf '\ncreate_main_cluster = false\n' >>'$conf'" && apt_install "$@" || status=$?
    as_root mv -f "$kept" "$conf"
    trap - EXIT INT TERM
    return "$status"
}

# unpack_program PROGRAM PACKAGE: takes the program out of the package, and leaves the system as it is
unpack_program() {
    local work status=0
    work=$(mktemp -d)
    (cd "$work" && apt-get download -q -o APT::Sandbox::User=root "$2" && dpkg-deb -x ./*.deb .) &&
        install -D "$work/usr/bin/$1" "$(tools_folder)/$1" || status=$?
    rm -rf "$work"
    return "$status"
}

list_and_stop() {
    local names minimum what
    {
        printf '%s\n\n' "$1"
        entries "${@:2}" | while read -r names minimum what; do
            if [ "$minimum" = - ]; then minimum=; else minimum=" (${minimum#*:} or newer)"; fi
            printf '  %-52s %s\n' "$(sed 's/|/ or /g; s/?$//; s/^\([^@]*\)@\(.*\)/\2 (only \1)/' <<<"$names")$minimum" "$what"
        done
    } >&2
    exit 1
}

# need PURPOSE...: installs what is missing for these purposes; says what; stops when it cannot
need() {
    local names minimum what lacking package i postgres=() single=()
    local -a packages=()
    [ -z "${SIGNALBOX_NO_INSTALL:-}" ] || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        list_and_stop "This system is not Debian or Ubuntu, so nothing is installed here. Install the following (the names \
are Debian's), then run this again with SIGNALBOX_NO_INSTALL=1:" "$@"
    fi
    lacking=$(missing "$@")
    [ -n "$lacking" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        list_and_stop "Packages are missing, and there is no sudo to install them with. Let root run this script, or \
install the following:" "$@"
    fi
    say "Installing what is missing"
    as_root apt-get update -q || note "apt-get update failed; trying with the lists that are there"
    while read -r names minimum what; do
        package=$(choose "$names" "$minimum") || {
            list_and_stop "This release of the system is too old, or its package sources are incomplete. All that is needed:" "$@"
        }
        note "$(printf '%-24s %s' "$package" "$what")"
        if [[ $names == *@* ]]; then
            single+=("${names%@*}" "$package")
        elif [[ $package == postgresql* ]]; then
            postgres+=("$package")
        else
            packages+=("$package")
        fi
    done < <(missing "$@") # again: only now it is known what the package sources offer
    if [ ${#packages[@]} -gt 0 ]; then
        apt_install "${packages[@]}" || die "apt-get could not install the packages; its message is above"
    fi
    if [ ${#postgres[@]} -gt 0 ]; then
        install_server "${postgres[@]}" || die "apt-get could not install PostgreSQL; its message is above"
    fi
    for ((i = 0; i < ${#single[@]}; i += 2)); do
        unpack_program "${single[@]:i:2}" || die "${single[i]} could not be taken out of the package ${single[i + 1]}"
    done
}

# build_folder PRESET: build/PRESET, or one in the person's cache when the source folder is not theirs to write
build_folder() {
    local folder=$root/build/$1 probe
    probe=$folder
    while [ ! -e "$probe" ]; do probe=$(dirname "$probe"); done
    if [ -w "$probe" ] && { [ ! -e "$folder/build.ninja" ] || [ -w "$folder/build.ninja" ]; }; then
        printf '%s\n' "$folder"
    else
        printf '%s/signalbox/%s-%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}" "$1" "$(printf '%s' "$root" | cksum | cut -d' ' -f1)"
    fi
}

# For programs that are needed without their package.
tools_folder() { printf '%s/tools\n' "$(dirname "$(build_folder test)")"; }

# One compiler needs up to 1.5 GB, so memory limits the number of jobs as well.
jobs_at_once() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null)
    if [ -n "$memory" ] && [ "$memory" -lt "$cores" ]; then cores=$((memory > 0 ? memory : 1)); fi
    printf '%s\n' "$cores"
}

# build PRESET [TARGET...]: configures when needed and builds
build() {
    local preset=$1 folder
    shift
    folder=$(build_folder "$preset")
    if [ ! -f "$folder/build.ninja" ]; then
        say "Configuring ($folder)"
        (cd "$root" && cmake --preset "$preset" -B "$folder" --log-level=WARNING) || die "CMake could not configure the build"
    fi
    say "Building ($preset)"
    NINJA_STATUS='[%f/%t] ' cmake --build "$folder" --parallel "$(jobs_at_once)" ${1:+--target "$@"} ||
        die "the build failed; the first error is above"
}

# run_tests PRESET [CTEST OPTION...]: runs the tests without a display; ctest's summary comes last. Fails when one fails
# or is skipped: a database test that found no server proves nothing.
run_tests() {
    local folder log status=0 skipped
    folder=$(build_folder "$1")
    log=$folder/tests.log
    PATH=$(tools_folder):$PATH QT_QPA_PLATFORM=offscreen ctest --test-dir "$folder" --output-on-failure --no-tests=error --parallel "$(jobs_at_once)" "${@:2}" |
        tee "$log" || status=$?
    skipped=$(grep -c '\*\*\*Skipped' "$log" || true)
    if [ "$skipped" -gt 0 ]; then
        printf '\n%s of the tests above did not run (Skipped); that counts as a failure.\n' "$skipped"
        status=1
    fi
    return "$status"
}
