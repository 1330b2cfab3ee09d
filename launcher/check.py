"""python -m launcher.check [--fix]: what a change must pass besides the tests; with --fix, what can be
mended is mended.
"""

import subprocess
import sys
from pathlib import Path

from launcher.progress import Progress
from launcher.sources import NOT_OURS

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DJANGO = "6.1"


def mends():
    """Commands that mend what can be mended by itself. What they answer says nothing: the checks tell what is left."""
    return [
        ["django-upgrade", "--target-version", DJANGO, *ours("*.py")],
        ["ruff", "check", "--quiet", "--fix-only", "."],
        ["ruff", "format", "--quiet", "."],
        ["djade", "--target-version", DJANGO, *templates()],
    ]


def checks():
    """Title → command, in the order in which they are run. None changes a file."""
    manage = [sys.executable, ROOT / "manage.py"]
    return {
        "Newer Django": ["django-upgrade", "--target-version", DJANGO, "--check", *ours("*.py")],
        "Lint": ["ruff", "check", "--quiet", "."],
        "Format": ["ruff", "format", "--quiet", "--check", "--diff", "."],
        "Templates": ["djade", "--target-version", DJANGO, "--check", *templates()],
        "Imports": ["lint-imports", "--no-cache"],
        "Django's checks": [*manage, "check", "--fail-level", "WARNING"],
        "Migrations": [*manage, "makemigrations", "--check", "--dry-run"],
    }


def templates():
    return [path for path in ours("*.html") if "templates" in path.parts]


def ours(pattern):
    for path in sorted(ROOT.rglob(pattern)):
        if not NOT_OURS & set(path.relative_to(ROOT).parts):
            yield path.relative_to(ROOT)


def main(*flags):
    progress, failed = Progress(), []
    if "--fix" in flags:
        with progress.step("Mending"):
            for command in mends():
                run(command, check=False)
    for title, command in checks().items():
        try:
            with progress.step(title):
                run(command, check=True)
        except subprocess.CalledProcessError as failure:
            failed.append(title)
            progress.line((failure.stdout + failure.stderr).rstrip() + "\n")
    if failed:
        print(
            f"Not right yet: {', '.join(failed)}. `make fix` mends what can be mended by itself.",
            file=sys.stderr,
        )
    return 1 if failed else 0


def run(command, *, check):
    program, *arguments = command
    program = BIN / program if not Path(program).is_absolute() else program
    subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=check)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
