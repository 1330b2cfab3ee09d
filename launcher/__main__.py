"""python -m launcher run | dev | packages run | packages dev"""

import os
import sys

from launcher.failure import Failure
from launcher.packages import PYTHON, install
from launcher.progress import Progress


def main(command, *arguments):
    progress = Progress()
    if command == "packages":
        install(*arguments, progress)
        return 0
    install(command, progress)
    if os.path.realpath(sys.prefix) != os.path.realpath(PYTHON.parent.parent):
        os.execv(PYTHON, [str(PYTHON), "-m", "launcher", command])
    from launcher.supervisor import supervise  # after the packages that it imports are there

    return supervise(command, progress)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(0)
