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

if [ -z "$missing" ]; then
    exit 0
elif command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    # shellcheck disable=SC2086  # one word a package
    apt-get -qq install -y --no-install-recommends $missing >/dev/null
else
    echo "not installed, some tests will be skipped:$missing"
fi
