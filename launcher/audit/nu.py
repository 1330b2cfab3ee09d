"""What the Nu checker, the validator behind validator.w3.org, says about pages."""

import json
import subprocess
from pathlib import Path

from launcher.audit import limits
from launcher.failure import Failure


def report(site, programs, var):
    """Prints the errors of every kind of page; returns how many pages have too many."""
    found = errors_in(_texts(site), programs, var / "pages")
    print("\n  Nu checker\n")
    for path, errors in found.items():
        print(f"  {len(errors):>3} errors  {path}")
        for error in errors:
            print(f"              {error}")
    return sum(len(errors) > limits.HTML_ERRORS for errors in found.values())


def _texts(site):
    texts = {}
    for path, expected in site.every_kind().items():
        status, texts[path] = site.get(path)
        if status != expected:
            raise Failure(f"{path} answers with {status} and not with {expected}: nothing was checked.")
    return texts


def errors_in(texts, programs, folder):
    """Path → sentences, for `texts`: path → HTML."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{number}.html": path for number, path in enumerate(texts)}
    for file, path in files.items():
        file.write_text(texts[path])
    jar = programs / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json", "--errors-only", *files]
    checker = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(checker.stdout)["messages"]
    except ValueError:
        raise Failure(f"The Nu checker did not answer: {checker.stderr[-500:]}") from None
    paths = {file.name: path for file, path in files.items()}
    found = {path: [] for path in texts}
    for message in messages:
        path = paths[Path(message["url"]).name]
        found[path].append(f"line {message.get('lastLine', '?')}: {message['message']}")
    return found
