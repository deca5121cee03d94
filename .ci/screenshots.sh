# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Pictures of the real program in a real X server, every look, language and size. Sourced by ./dev.

# shoot FOLDER NAME: what the screen shows now.
shoot() {
    import -window root "$1/$2.png"
    echo "$1/$2.png"
}

# wait_for_window: until the program has a window; it is then put over the whole screen.
wait_for_window() {
    local window tries
    for ((tries = 0; tries < 100; ++tries)); do
        window=$(xdotool search --onlyvisible --class assize 2>/dev/null | tail -n 1)
        if [[ -n $window ]]; then
            xdotool windowsize "$window" "$1" "$2" windowmove "$window" 0 0 windowfocus "$window"
            return
        fi
        sleep 0.1
    done
    fail "the window did not open"
}

# shoot_session FOLDER SIZE THEME LANGUAGE: the start page, then the Review page on items that show what it can do.
shoot_session() {
    local folder=$1 width=${2%x*} height=${2#*x} theme=$3 language=$4
    local name=$2-$theme-$language config
    config=$(mktemp -d)
    build/release/bin/assize --config-dir "$config" --theme "$theme" --language "$language" &
    wait_for_window "$width" "$height"
    sleep 1
    shoot "$folder" "start-$name"
    kill %% && wait %% 2>/dev/null
    local item
    for item in rail-007 lease-019 lib-204 html-163; do
        build/release/bin/assize --config-dir "$config" --theme "$theme" --language "$language" \
            --sample --item "$item" &
        wait_for_window "$width" "$height"
        sleep 2
        shoot "$folder" "review-$item-$name"
        kill %% && wait %% 2>/dev/null
    done
    rm -r "$config"
}

# take_screenshots FOLDER
take_screenshots() {
    local folder=$1 size theme language home
    mkdir -p "$folder"
    home=$(mktemp -d)
    mkdir -m 700 "$home/run"
    export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_STATE_HOME=$home/state QT_QPA_PLATFORM=xcb
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
    for size in 1440x900 1024x640; do
        Xvfb :83 -screen 0 "${size}x24" -nolisten tcp >/dev/null 2>&1 &
        local server=$!
        export DISPLAY=:83
        sleep 1
        for theme in light dark; do
            for language in en zh_CN; do
                shoot_session "$folder" "$size" "$theme" "$language"
            done
        done
        kill "$server" && wait "$server" 2>/dev/null
    done
    rm -r "$home"
}
