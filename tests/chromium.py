"""An installed Chromium -> a browser for the tests. `python -m tests.chromium` installs one where there is none.

CHROME=/path/to/chrome, else chromium or google-chrome on the PATH, else Playwright's own;
else Debian's package (as root, with apt-get); else Playwright's own, fetched by Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """The path of a Chromium that starts; None where there is none."""
    wanted = (os.environ.get("CHROME"), *map(shutil.which, NAMES), *PLACES, _playwrights_own())
    return next((path for path in wanted if path and _starts(path)), None)


@contextmanager
def launch(path: str) -> Iterator[Browser]:
    """The Chromium at `path`, driven by Playwright, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *_sandbox()])
        try:
            yield browser
        finally:
            browser.close()


def install() -> str | None:
    """A Chromium is installed; gives its path, or None where neither way led to one that starts."""
    if shutil.which("apt-get") and _is_root():
        _say("no Chromium here: installing Debian's package")
        if _run("apt-get", "update") and _run("apt-get", "install", "-y", "--no-install-recommends", "chromium"):
            found = find_chromium()
            if found:
                return found
    _say("no Chromium here: installing Playwright's own")
    with_libraries = ["--with-deps"] if shutil.which("apt-get") and _is_root() else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
    return find_chromium()


def main() -> int:
    """Says which Chromium the tests will use; 1 where there is none and none could be installed."""
    found = find_chromium()
    if found:
        _say(f"found {found}")
        return 0
    found = install()
    _say(f"installed {found}" if found else "could not install Chromium; set CHROME to the path of one")
    return 0 if found else 1


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Ubuntu's /usr/bin/chromium-browser is a stub that only asks for a snap: a file alone proves nothing."""
    if not Path(path).is_file():
        return False
    try:
        return subprocess.run([path, "--version", *_sandbox()], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _sandbox() -> list[str]:
    return ["--no-sandbox"] if _is_root() else []


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment).returncode == 0


def _say(words: str) -> None:
    print(f"tests.chromium: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
