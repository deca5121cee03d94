# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Pictures of the real program in a real X server: every screen and state in every look, language and size. Sourced by
# ./dev. All waiting is for something to be seen, never for a time, and ends with a message after half a minute.

shot_folder=
shot_suffix=
shot_size=
shot_pid=
shot_server_pid=

# shoot NAME: what the screen shows as soon as it stops changing.
shoot() {
    local file=$shot_folder/$1-$shot_suffix.png before='' now tries
    for ((tries = 0; tries < 60; ++tries)); do
        import -window root "$file"
        now=$(identify -format '%#' "$file")
        if [[ $now == "$before" ]]; then
            echo "$file"
            return
        fi
        before=$now
        sleep 0.2
    done
    echo "$file (the text cursor or a progress bar moves)"
}

# widest_window: the window itself, whatever dialogs stand before it.
widest_window() {
    local candidate
    for candidate in $(xdotool search --onlyvisible --pid "$shot_pid" 2>/dev/null || true); do
        xdotool getwindowgeometry --shell "$candidate" 2>/dev/null | awk -F= '
            $1 == "WINDOW" { window = $2 } $1 == "WIDTH" && $2 >= 1000 { print $2, window }'
    done | sort -n | awk 'END { print $2 }'
}

# start_program ARGUMENT…: the window over the whole screen, undecorated. Its process is $shot_pid.
start_program() {
    local window='' tries
    "$shot_program" "${shot_options[@]}" "$@" >"$shot_home/program.log" 2>&1 &
    shot_pid=$!
    for ((tries = 0; tries < 150; ++tries)); do
        window=$(widest_window)
        [[ -n $window ]] && break
        kill -0 "$shot_pid" 2>/dev/null || fail "the program ended: $(cat "$shot_home/program.log")"
        sleep 0.2
    done
    [[ -n $window ]] || fail "the window did not open within half a minute"
    xdotool windowsize --sync "$window" "${shot_size%x*}" "${shot_size#*x}" 2>/dev/null || true
    xdotool windowmove "$window" 0 0 windowactivate --sync "$window" windowfocus --sync "$window" 2>/dev/null || true
}

# stop_program: only the process that start_program began.
stop_program() {
    kill "$shot_pid" 2>/dev/null || true
    wait "$shot_pid" 2>/dev/null || true
}

# press KEY…: each key once it has a window to go to.
press() {
    local key
    for key in "$@"; do
        xdotool key --clearmodifiers "$key"
        sleep 0.08
    done
}

# perform ACTION: finds a menu entry by its English or Chinese name and runs it.
perform() {
    press ctrl+shift+p
    sleep 0.3
    xdotool type --delay 20 -- "$1"
    sleep 0.3
    press Return
}

# shoot_dialogs: the start page and what opens over it.
shoot_dialogs() {
    start_program
    shoot start
    press ctrl+comma && shoot settings && press Escape
    press F1 && shoot shortcuts && press Escape
    press ctrl+shift+p && shoot find-action && press Escape
    shoot_servers
    perform Assize && shoot about && press Escape
    stop_program
    start_program "$shot_home/broken.assize"
    shoot error-not-a-session
    stop_program
}

# shoot_servers: the dialogs of model servers, with a list of three, a form, and a server to start.
shoot_servers() {
    press ctrl+k && shoot servers
    press Down alt+e && shoot server-form
    press alt+t && shoot server-no-answer && press Escape
    press alt+s && shoot server-start
    press ctrl+Tab ctrl+Tab && shoot server-recipes && press Escape Escape
}

# shoot_import: files in the import dialog, then a session without items.
shoot_import() {
    start_program
    press ctrl+n
    shoot review-empty-session
    press ctrl+i
    sleep 1
    xdotool type --delay 10 -- "$shot_home/answers.jsonl"
    press Return
    shoot import-preview
    press Return
    shoot import-problems
    press Escape
    stop_program
    rm -rf "$XDG_STATE_HOME/assize/sessions"
}

# shoot_review: the Review page on items that show what it can do.
shoot_review() {
    local item
    start_program --sample --item rail-007
    shoot review-baseline
    press v
    shoot review
    start_second_window
    press r && shoot review-raw && press r
    press d && shoot review-word-diff && press d
    press s && shoot review-source && press s
    press 5 alt+2 && shoot review-labelled
    press F6 F6 F6 F6 Tab Tab Tab Tab Right Right && shoot review-compare
    press Right && shoot review-history && press Left Left Left
    press Tab Down Right Right Right && shoot review-what-if && press w
    press ctrl+l && shoot review-list-folded && press ctrl+l
    press b j && shoot review-blind && press b
    press ctrl+f && xdotool type --delay 10 -- zzzz && shoot review-nothing-found
    stop_program
    # With the judge that was chosen last, whose replies have it all.
    for item in lease-019 lib-204 html-163 trip-066; do
        start_program --sample --item "$item"
        shoot "review-$item"
        stop_program
    done
    start_program --sample --item solar-188
    shoot review-not-judged
    press v && shoot review-unreadable
    press alt+j e && shoot review-parser && press Escape
    stop_program
}

# shoot_runs: the Runs page empty, with the sample's runs, with the dialog, and with a run on a server that faults.
shoot_runs() {
    start_program --mode runs
    press ctrl+n ctrl+3
    shoot runs-empty
    press ctrl+r && shoot runs-new-run && press Escape
    stop_program
    rm -rf "$XDG_STATE_HOME/assize/sessions"
    start_fake_server # before the program, which reads its servers once
    start_program --sample --mode runs
    shoot runs-sample
    press ctrl+r
    sleep 0.5
    xdotool type --delay 20 -- rubric-generated
    shoot runs-dialog-server
    press alt+t && shoot runs-try
    sleep 3
    shoot runs-try-verdict
    press Escape Return
    sleep 2
    shoot runs-running
    press space && shoot runs-paused && press space
    stop_fake_server
    shoot runs-server-away
    stop_program
}

# start_fake_server: a model server that refuses every seventh prompt, known to the program as "fake".
start_fake_server() {
    local tries
    rm -f "$shot_home/server.url" "$shot_home/server.in"
    mkfifo "$shot_home/server.in"
    exec 9<>"$shot_home/server.in" # the server runs until its input ends
    "$shot_server" --latency-ms 2500 --fault too-long --every 7 <"$shot_home/server.in" >"$shot_home/server.url" 9>&- &
    shot_server_pid=$!
    for ((tries = 0; tries < 50; ++tries)); do
        [[ -s $shot_home/server.url ]] && break
        sleep 0.1
    done
    printf 'endpoints:\n  - name: fake\n    kind: openai-chat\n    url: %s\n    model: fake-judge\n' \
        "$(<"$shot_home/server.url")" >"$shot_home/config/endpoints.yaml"
}

stop_fake_server() {
    kill "$shot_server_pid" 2>/dev/null || true
    wait "$shot_server_pid" 2>/dev/null || true
    exec 9>&-
}

# shoot_insights: charts and figures of the sample, then of a part of it.
shoot_insights() {
    start_program --sample --mode insights
    shoot insights
    press ctrl+f && xdotool type --delay 10 -- 'category == "Code"' && press Return
    shoot insights-filtered
    stop_program
}

# start_second_window: what a second program says of a session that the first one holds.
start_second_window() {
    local first=$shot_pid
    start_program --sample
    shoot error-session-held
    stop_program
    shot_pid=$first
}

# prepare_home: settings, state and files of a person that never was.
prepare_home() {
    shot_home=$(mktemp -d)
    mkdir -m 700 "$shot_home/run"
    mkdir "$shot_home/config"
    export HOME=$shot_home XDG_RUNTIME_DIR=$shot_home/run XDG_STATE_HOME=$shot_home/state QT_QPA_PLATFORM=xcb
    export USER=Maya
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
    printf 'this is no session\n%.0s' {1..50} >"$shot_home/broken.assize"
    printf '%s\n' '{"id": "one", "prompt": "Name a prime above 10.", "response_a": "11", "response_b": "12", "label": "A"}' \
        '{"id": "two", "prompt": "Name a river in Spain."}' 'not JSON' \
        '{"id": "three", "prompt": "Name a herb.", "response_a": "Mint.", "response_b": "Granite.", "label": "A"}' \
        >"$shot_home/answers.jsonl"
    # No frames around windows: the pictures are of the program.
    printf '%s' '<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application class="*">' \
        '<decor>no</decor></application></applications></openbox_config>' >"$shot_home/openbox.xml"
}

# write_endpoints: three servers, of which none is there.
write_endpoints() {
    printf '%s\n' 'endpoints:' \
        '  - {name: selene-mini, url: "http://127.0.0.1:9/v1", model: selene-1-mini}' \
        '  - {name: work, kind: anthropic, url: "https://models.example.org", model: big-judge, key: "env:WORK_KEY"}' \
        '  - {name: judgelm, kind: openai-completions, url: "http://127.0.0.1:10/v1", model: judgelm-7b}'
}

# shoot_size SIZE: all looks and languages on a screen of this size.
shoot_size() {
    local server manager theme language tries
    shot_size=$1
    : >"$shot_home/display"
    Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp 3>"$shot_home/display" >/dev/null 2>&1 &
    server=$!
    for ((tries = 0; tries < 150; ++tries)); do
        [[ -s $shot_home/display ]] && break
        sleep 0.2
    done
    [[ -s $shot_home/display ]] || fail "no X server came up"
    DISPLAY=:$(<"$shot_home/display")
    export DISPLAY
    openbox --config-file "$shot_home/openbox.xml" >/dev/null 2>&1 &
    manager=$!
    for theme in light dark; do
        for language in en zh_CN; do
            shot_suffix=$1-$theme-$language
            rm -rf "$shot_home/config" "$XDG_STATE_HOME"
            mkdir "$shot_home/config"
            write_endpoints >"$shot_home/config/endpoints.yaml"
            shot_options=(--config-dir "$shot_home/config" --theme "$theme" --language "$language")
            shoot_dialogs
            shoot_import
            shoot_review
            shoot_insights
            shoot_runs
        done
    done
    kill "$manager" "$server" 2>/dev/null || true
    wait "$manager" "$server" 2>/dev/null || true
}

# take_screenshots FOLDER PROGRAM MODEL_SERVER
take_screenshots() {
    local size shot_home
    local shot_program=$2 shot_server=$3
    local shot_options=()
    shot_folder=$1
    mkdir -p "$shot_folder"
    prepare_home
    for size in 1440x900 1024x640; do
        shoot_size "$size"
    done
    rm -rf "$shot_home"
}
