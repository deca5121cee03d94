# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154
# Finds and installs what packaging/packages.txt lists. Sourced by ./dev.

# packages_for COLUMN PURPOSE…: the names in that column, each once.
packages_for() {
    local column=$1
    shift
    awk -v column="$column" -v purposes=" $* " '
        /^#/ || NF == 0 { next }
        index(purposes, " " $1 " ") && $column != "-" && !seen[$column]++ { print $column }' packaging/packages.txt
}

missing_debian_packages() {
    local wanted installed
    wanted=$(packages_for 2 "$@" | sort)
    # dpkg-query complains about names that it does not know, which is one way of being absent.
    # shellcheck disable=SC2086
    installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        awk '$1 == "installed" { print $2 }' | sort -u || true)
    comm -23 <(echo "$wanted") <(echo "$installed")
}

install_debian_packages() {
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "not root and no sudo: ask somebody who may to run: apt-get install $*"
        as_root=(sudo)
    fi
    if ((EUID != 0)) && [[ ${CI:-} != true ]]; then
        [[ -t 0 && -t 1 ]] || fail "these packages are missing: $*. Install them with: sudo apt-get install $*"
        local answer
        printf 'These packages are missing:\n  %s\n' "$*"
        read -r -p "Install them with sudo apt-get? [Y/n] " answer
        [[ ${answer:-y} == [yY]* ]] || fail "nothing was installed; the build needs: $*"
    fi
    "${as_root[@]}" apt-get update -q </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "$@" </dev/null
}

print_other_systems() {
    echo "This system has no apt-get, so ./dev cannot install what it needs. The packages elsewhere:"
    echo "  Fedora:    sudo dnf install $(packages_for 3 "$@" | paste -sd' ')"
    echo "  Arch:      sudo pacman -S --needed $(packages_for 4 "$@" | paste -sd' ')"
    echo "  Homebrew:  brew install $(packages_for 5 "$@" | paste -sd' ')"
    echo "The headers of dtl and, on Fedora, SQLiteCpp come from their own sites."
}

# need_packages PURPOSE…: returns when they are there, or where that cannot be told.
need_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        [[ -f build/dev/build.ninja || -f build/release/build.ninja ]] || print_other_systems "$@"
        command -v cmake >/dev/null || fail "cmake is not installed"
        return
    fi
    local missing
    mapfile -t missing < <(missing_debian_packages "$@")
    if ((${#missing[@]})); then
        install_debian_packages "${missing[@]}"
    fi
}
