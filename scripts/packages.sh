# The Debian packages of Debian 12 that the program needs; sourced by the other scripts.
# shellcheck shell=bash

# To build it: the C libraries of Package.swift with what finds them, and what a Swift toolchain unpacked from its
# archive takes for granted.
build_packages=(
    libcmark-dev libdeflate-dev libpango1.0-dev libqrencode-dev libsqlite3-dev pkg-config
    binutils ca-certificates git libcurl4 libncurses6 libstdc++-12-dev libxml2
)

# To run it: letters for certificates, the state's time zone.
run_packages=(fonts-noto-core tzdata)

# To test it: readers of PDF and QR that are not ours, and a browser with its driver's Python.
test_packages=(chromium poppler-utils python3-venv qpdf zbar-tools)

# Installs those of the named packages that are missing; without root says how and stops.
need_packages() {
    local missing=() package
    for package in "$@"; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null) == installed ]] \
            || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        echo "Some Debian packages are missing. Install them, then start this again:" >&2
        echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    echo "Installing ${missing[*]} …"
    apt-get update --quiet=2
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
}

# Stops where there is no Swift that is new enough.
need_swift() {
    local version
    version=$(swift --version 2>&1 | grep --only-matching --max-count=1 'Swift version [0-9.]*') || true
    if [[ ! $version =~ ^Swift\ version\ ([0-9]+)\.([0-9]+) ]] \
        || ((BASH_REMATCH[1] < 6 || (BASH_REMATCH[1] == 6 && BASH_REMATCH[2] < 2))); then
        echo "Swift 6.2 or newer must be on the PATH (found: ${version:-none}); see https://www.swift.org/install/linux/" >&2
        exit 1
    fi
}
