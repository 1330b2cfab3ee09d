"""python -m launcher.audit [html] [weight] [lighthouse] [PORT]

Starts the real server with the demo edition in var/audit, or looks at the one that answers at PORT on this
machine, and says which limit is not met. Without a part's name, all of it, which takes about five minutes.
"""

import sys

from launcher.audit import first_view, lighthouse, nu
from launcher.audit.addresses import Site
from launcher.audit.tools import installed
from launcher.demonstration import demonstration
from launcher.failure import Failure
from launcher.packages import ROOT
from newsroom.environment import folder

PARTS = {"html": nu.report, "weight": first_view.report, "lighthouse": lighthouse.report}


def main(*arguments):
    parts = [argument for argument in arguments if not argument.isdecimal()] or list(PARTS)
    ports = [int(argument) for argument in arguments if argument.isdecimal()]
    if unknown := set(parts) - set(PARTS):
        raise Failure(f"There is no part “{min(unknown)}”: name {', '.join(PARTS)}, or none for all.")
    var = folder("NEWSROOM_VAR", ROOT / "var") / "audit"
    programs = installed(var / "programs")
    if ports:
        return look(Site(ports[0]), parts, programs, var)
    with demonstration(var / "server") as port:
        return look(Site(port), parts, programs, var)


def look(site, parts, programs, var):
    failed = sum(PARTS[part](site, programs, var) for part in parts)
    if failed:
        print(f"\n  {failed} not within the limits of launcher/audit/limits.py.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
