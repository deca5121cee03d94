# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154
# Runs the test presets in a world of their own and counts what came out. Sourced by ./dev.

# Makes the folders that hold the settings, caches and temporary files of the tests, and goes with ./dev.
make_test_world() {
    test_world=$(mktemp -d "${TMPDIR:-/tmp}/assize-tests-XXXXXX")
    trap 'chmod -R u+w "$test_world" 2>/dev/null; rm -rf "$test_world"' EXIT
    # A test becomes a user without rights, who has to get as far as its folder and to make files there.
    chmod 711 "$test_world"
    mkdir -p "$test_world"/{home,config,data,state,cache,tmp}
    chmod 1777 "$test_world/tmp"
    mkdir -m 700 "$test_world/runtime"
}

# in_test_world COMMAND…: empty settings, no display, no session bus.
in_test_world() {
    env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS QT_QPA_PLATFORM=offscreen \
        HOME="$test_world/home" TMPDIR="$test_world/tmp" XDG_RUNTIME_DIR="$test_world/runtime" \
        XDG_CONFIG_HOME="$test_world/config" XDG_DATA_HOME="$test_world/data" \
        XDG_STATE_HOME="$test_world/state" XDG_CACHE_HOME="$test_world/cache" "$@"
}

# run_tests PRESET [CTEST OPTION…]: builds, runs, and leaves the results in build/PRESET/junit.xml.
run_tests() {
    local preset=$1 status=0
    shift
    rm -f "build/$preset/junit.xml"
    build_preset "$preset" || return
    echo "Running the tests of build/$preset"
    in_test_world ctest --preset "$preset" --parallel "$jobs" \
        --test-output-size-passed 1000000 --test-output-size-failed 1000000 \
        --output-junit "$root/build/$preset/junit.xml" "$@" >"build/$preset/ctest.log" 2>&1 || status=$?
    [[ -f build/$preset/junit.xml ]] || cat "build/$preset/ctest.log"
    return "$status"
}

test_everyday() {
    make_test_world
    local status=0
    run_tests dev ${1:+-R "$1"} || status=$?
    python3 .ci/test_summary.py build/dev/junit.xml || status=1
    return "$status"
}

test_everything() {
    make_test_world
    local status=0 preset
    export ASSIZE_KILL_LOOPS=100
    run_tests dev || status=1
    unset ASSIZE_KILL_LOOPS
    run_tests asan || status=1
    run_tests tsan -L core || status=1
    run_tests coverage || status=1
    need_packages full
    gcovr --root . --object-directory build/coverage --filter core/ --exclude-throw-branches \
        --exclude-unreachable-branches --print-summary --output build/coverage/lines.txt build/coverage || status=1
    if [[ $1 == yes ]]; then
        need_packages run fuzz
        run_fuzzers 120 || status=1
    fi
    python3 .ci/test_summary.py build/{dev,asan,tsan,coverage}/junit.xml || status=1
    return "$status"
}
