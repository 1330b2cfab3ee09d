"""python -m launcher.check [--fix]: what a change must pass besides the tests; with --fix, what can be
mended is mended.
"""

import subprocess
import sys
from pathlib import Path

from launcher.progress import Progress

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DJANGO = "6.1"
NOT_OURS = {".venv", ".venv-old", "var", "node_modules", ".git"}


def checks(*, fix):
    """Title → command, in the order in which they are run; fixing ones first mend and then say what is
    left.
    """
    python, templates = list(ours("*.py")), [path for path in ours("*.html") if "templates" in path.parts]
    manage = [sys.executable, ROOT / "manage.py"]
    return {
        "Newer Django": [
            "django-upgrade",
            "--target-version",
            DJANGO,
            *([] if fix else ["--check"]),
            *python,
        ],
        "Lint": ["ruff", "check", "--quiet", *(["--fix"] if fix else []), "."],
        "Format": ["ruff", "format", "--quiet", *([] if fix else ["--check", "--diff"]), "."],
        "Templates": ["djade", "--target-version", DJANGO, *([] if fix else ["--check"]), *templates],
        "Imports": ["lint-imports", "--no-cache"],
        "Django's checks": [*manage, "check", "--fail-level", "WARNING"],
        "Migrations": [*manage, "makemigrations", "--check", "--dry-run"],
    }


def ours(pattern):
    for path in sorted(ROOT.rglob(pattern)):
        if not NOT_OURS & set(path.relative_to(ROOT).parts):
            yield path.relative_to(ROOT)


def main(*flags):
    progress, failed = Progress(), []
    for title, command in checks(fix="--fix" in flags).items():
        program, *arguments = command
        program = BIN / program if not Path(program).is_absolute() else program
        try:
            with progress.step(title):
                subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
        except subprocess.CalledProcessError as failure:
            failed.append(title)
            progress.line((failure.stdout + failure.stderr).rstrip() + "\n")
    if failed:
        print(
            f"Not right yet: {', '.join(failed)}. `make fix` mends what can be mended by itself.",
            file=sys.stderr,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
