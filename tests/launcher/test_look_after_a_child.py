import sys

from launcher.child import Child


def test_a_server_that_a_mistake_ended_is_started_again_when_a_file_is_saved(tmp_path):
    code, saved = tmp_path / "code.py", ["a mistake"]
    code.write_text("1 / 0")
    child = Child("server", [sys.executable, code], None, version=lambda: saved[-1])
    child.start()
    child.process.wait()
    assert child.look_after() == ("The server ended by itself (with code 1); it is started again when a file is saved.")
    for _ in range(10):
        assert child.look_after() is None
        assert child.process is None
    assert not child.has_given_up
    code.write_text("input")
    saved.append("mended")
    child.look_after()
    assert child.process.wait() == 0
