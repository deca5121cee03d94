# SPDX-License-Identifier: Apache-2.0
"""The window as a screen reader meets it, for the scripts beside this one: a display, a session bus and an accessibility
bus of their own, and the program on them. Prints "SKIP   : " and the reason, as QTest does, where one of them is not
installed.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 60
LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


def skip(reason):
    print("SKIP   : " + reason)
    sys.exit(0)


def start_display(children):
    """Starts Xvfb on a free number, and gives it."""
    reading, writing = os.pipe()
    children.append(subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        skip("Xvfb does not start")
    return ":" + number


def with_own_buses(assize):
    """Runs this script again inside a new display and session bus."""
    for program in ["Xvfb", "dbus-run-session"]:
        if shutil.which(program) is None:
            skip(program + " is not installed")
    if not any(os.path.exists(launcher) for launcher in LAUNCHERS):
        skip("at-spi2-core is not installed")
    children = []
    with tempfile.TemporaryDirectory(prefix="assize-a11y-") as home:
        try:
            runtime = os.path.join(home, "runtime")
            os.mkdir(runtime, 0o700)
            environment = dict(os.environ, DISPLAY=start_display(children), HOME=home, XDG_RUNTIME_DIR=runtime,
                               XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CACHE_HOME=home,
                               QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                               ASSIZE_A11Y_INSIDE="1")
            environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
            return subprocess.run(["dbus-run-session", "--", sys.executable, sys.argv[0], assize], env=environment,
                                  timeout=4 * PATIENCE).returncode
        finally:
            for child in children:
                child.send_signal(signal.SIGTERM)
                child.wait()


def wait_for(what, find):
    """What find() gives as soon as it is something; ends the test if that takes too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    sys.exit("failed: there is no " + what)


def descendants(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child
            yield from descendants(child)


def named(window, role, *words):
    """A part of the window of this role whose name holds these words."""
    def find():
        try:
            return next((node for node in descendants(window) if node.get_role_name() == role
                         and all(word in (node.get_name() or "") for word in words)), None)
        except Exception:  # a part of the window went while it was read
            return None
    return find


def press(atspi, node):
    actions = [atspi.Action.get_action_name(node, i) for i in range(atspi.Action.get_n_actions(node))]
    if "Toggle" not in actions:
        sys.exit("failed: %r can do %r only" % (node.get_name(), actions))
    atspi.Action.do_action(node, actions.index("Toggle"))


def window_of(atspi):
    """The program's window, as soon as it is on the bus."""
    def window():
        desktop = atspi.get_desktop(0)
        programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        return next((program.get_child_at_index(0) for program in programs
                     if program is not None and program.get_name() == "Assize" and program.get_child_count()), None)
    return wait_for("window", window)


def inside(assize, options, use):
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError):
        skip("python3-gi or gir1.2-atspi-2.0 is not installed")
    launcher = next(path for path in LAUNCHERS if os.path.exists(path))
    bus = subprocess.Popen([launcher, "--launch-immediately", "--a11y=1"], stderr=subprocess.DEVNULL)
    program = subprocess.Popen([assize, "--sample", "--language", "en", *options])
    try:
        use(Atspi)
    finally:
        program.terminate()
        program.wait()
        bus.terminate()
        bus.wait()


def run(options, use):
    """Opens the sample with these options and has use(atspi) look at it."""
    assize = sys.argv[1]
    if "ASSIZE_A11Y_INSIDE" in os.environ:
        inside(assize, options, use)
    else:
        sys.exit(with_own_buses(assize))
