# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154
# Runs the fuzzers. Sourced by ./dev.

# run_fuzzers SECONDS: each one starts from tests/fuzz/corpus/NAME and what it found in earlier runs, which it keeps in
# build/fuzz/corpus/NAME. An input that breaks something stays in build/fuzz/broken.
run_fuzzers() {
    local seconds=$1 status=0 program name
    build_preset fuzz fuzzers
    mkdir -p build/fuzz/broken
    for program in build/fuzz/bin/fuzz_*; do
        name=${program##*/fuzz_}
        mkdir -p "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
        echo "fuzz $name: $seconds s"
        if ! "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
            -artifact_prefix="build/fuzz/broken/$name-" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" \
            >"build/fuzz/$name.log" 2>&1; then
            status=1
            grep -vE '^#[0-9]+' "build/fuzz/$name.log" | tail -n 60
        fi
        grep -E 'number_of_executed_units|peak_rss_mb' "build/fuzz/$name.log" || true
    done
    return "$status"
}
