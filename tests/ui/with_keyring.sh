#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# with_keyring.sh PROGRAM: runs it in a session bus of its own with an unlocked keyring in a home of its own; as it is
# where these are not installed, and the program says what it could not do.
if ! command -v dbus-run-session >/dev/null || ! command -v gnome-keyring-daemon >/dev/null; then
    exec "$@"
fi
home=$(mktemp -d)
mkdir -m 700 "$home/run"
HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data ASSIZE_TEST_KEYRING=$home dbus-run-session -- sh -c '
    printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    exec "$@"' sh "$@"
status=$?
rm -rf "$home"
exit $status
