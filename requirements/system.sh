#!/bin/sh
# Install the Debian packages named as arguments that are missing, when that can be done:
# as root, where apt-get is. Anywhere else say what is missing and go on; the tests that
# need it are then skipped with the reason.
set -eu

missing=""
for package in "$@"; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update || return 1
    # shellcheck disable=SC2086  # one word a package
    apt-get -qq install -y --no-install-recommends $missing >/dev/null
}

install || echo "not installed, so some tests will be skipped:$missing"
