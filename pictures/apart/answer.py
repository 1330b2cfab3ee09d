"""What a process that works apart says: parts, each a line of JSON and, if the line counts them, bytes."""

import json

LONGEST_LINE = 1_000_000


def write_part(pipe, said, data=b""):
    pipe.write(json.dumps(said | {"bytes": len(data)}).encode() + b"\n" + data)
    pipe.flush()


def parts(pipe):
    """Yields (what is said, bytes). Ends with {"ended": "crashed"} where a part is cut off."""
    while line := pipe.readline(LONGEST_LINE):
        try:
            said = json.loads(line)
            data = pipe.read(said["bytes"])
        except (ValueError, KeyError, TypeError):
            said, data = {}, b""
        if len(data) != said.pop("bytes", -1):
            said, data = {"ended": "crashed"}, b""
        yield said, data
        if "ended" in said:
            return
