"""Says what is going on: on a terminal one live line for each step, elsewhere one plain line when it is
done.
"""

import contextlib
import os
import shutil
import sys
import threading
import time

WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PICTURES_A_SECOND = 10


class Step:
    def __init__(self, title):
        self.title, self.detail, self.started = title, "", time.monotonic()

    def say(self, detail):
        """What it is at now; what is said last stands behind the finished step on a terminal only if `done`
        repeats it.
        """
        self.detail = detail

    @property
    def seconds(self):
        return f"{time.monotonic() - self.started:.1f} s"


class Progress:
    def __init__(self, stream=None):
        self.stream = stream or sys.stdout
        self.is_live = self.stream.isatty() and os.environ.get("TERM") != "dumb"
        self.coloured = self.is_live and "NO_COLOR" not in os.environ
        encoding = (getattr(self.stream, "encoding", None) or "ascii").lower()
        self.tick, self.cross, self.wheel = ("✓", "✗", WHEEL) if encoding.startswith("utf") else ("ok", "--", "|/-\\")

    @contextlib.contextmanager
    def step(self, title):
        """Whatever is said with `step.say()` shows while the step is under way."""
        step, over = Step(title), threading.Event()
        painter = threading.Thread(target=self._paint, args=(step, over), daemon=True)
        if self.is_live:
            painter.start()
        mark, colour = self.cross, 31
        try:
            yield step
            mark, colour = self.tick, 32
        finally:
            over.set()
            if self.is_live:
                painter.join()
            mark = f"\033[{colour}m{mark}\033[0m" if self.coloured else mark
            self._write(f"{self._start_of_line()}  {mark} {step.title:<16}{step.seconds:>7}\n")

    def line(self, text=""):
        self._write(text + "\n")

    def _paint(self, step, over):
        picture = 0
        while not over.wait(1 / PICTURES_A_SECOND):
            text = f"  {self.wheel[picture % len(self.wheel)]} {step.title:<16}{step.seconds:>7}  {step.detail}"
            self._write(self._start_of_line() + text[: shutil.get_terminal_size().columns - 1])
            picture += 1

    def _start_of_line(self):
        return "\r\033[2K" if self.is_live else ""

    def _write(self, text):
        # The terminal may be closed and the pipe may be gone; neither is a reason to stop serving.
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(text)
            self.stream.flush()
