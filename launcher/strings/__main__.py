"""python -m launcher.strings: brings every language's catalogue up to the strings that the code marks, compiles it,
and says what is still to be translated.
"""

import sys

from launcher.strings.catalogues import LANGUAGES, as_machine, as_text, brought_up_to, faults, paths
from launcher.strings.extraction import marked


def main():
    strings, failed = marked(), False
    for language in LANGUAGES:
        catalogue = brought_up_to(strings, language)
        text, machine = paths(language)
        text.parent.mkdir(parents=True, exist_ok=True)
        text.write_bytes(as_text(catalogue))
        machine.write_bytes(as_machine(catalogue))
        found = list(faults(catalogue))
        print(f"  {language}  {len(catalogue) - len(found)} of {len(catalogue)} translated")
        for name, said in found:
            print(f"      “{name}” {said}.")
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
