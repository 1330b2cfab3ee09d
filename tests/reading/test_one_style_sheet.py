"""Many files for us, one for the reader."""

import re
import shutil

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

from newsroom.joined_files import joined_modules, joined_style, squeezed
from newsroom.static_storage import FingerprintedStaticFiles


def collected(name):
    return (settings.ROOT / "static" / name).read_text()


def test_imports_are_put_in_with_their_layers_and_media():
    files = {
        "paper.css": '@layer a, b;\n@import url("css/one.css") layer(a);\n@import url("css/two.css") layer(b) print;\n',
        "css/one.css": '/* No. */\np { color: red; }\n@font-face { src: url("../fonts/one.woff2"); }',
        "css/two.css": 'q { content: "/* yes;  yes */"; }',
    }
    assert joined_style("paper.css", files.__getitem__) == (
        '@layer a,b;@layer a{p{color: red}@font-face{src: url("fonts/one.woff2")}}'
        ' @layer b{@media print{q{content: "/* yes;  yes */"}}}'
    ).replace("} @layer", "}@layer")


def test_blank_space_that_means_something_stays():
    css = "a :hover > b , c { inline-size: calc(100% - 2 * 1rem) ; }\n@media (min-width: 3rem) and (hover) { }"
    assert squeezed(css) == "a :hover > b,c{inline-size: calc(100% - 2 * 1rem)}@media (min-width: 3rem) and (hover){}"


def test_the_papers_own_style_sheet():
    whole = joined_style("paper.css", collected)
    assert "@import" not in whole
    assert "/*" not in whole
    assert whole.startswith("@layer reset,tokens,base,layouts,components,languages,print;")
    assert whole.count("{") == whole.count("}")
    for address in re.findall(r'url\("([^"]+)"\)', whole):
        assert (settings.ROOT / "static" / address).is_file()


def test_every_component_is_in_the_table_of_contents():
    folder = settings.ROOT / "static/css"
    there = {str(path.relative_to(folder.parent)) for path in folder.rglob("*.css")}
    sheets = "".join(map(collected, ("paper.css", "galleries.css", "changes.css")))
    named = re.findall(r'url\("(css/[^"]+)"\)', sheets)
    assert sorted(named) == sorted(there)


def test_modules_are_joined_in_blocks_of_their_own():
    files = {
        "paper.js": '/* All. */\nimport "./one.js";\nimport "./two.js";\n',
        "one.js": "const a = 1;\n",
        "two.js": "const a = 2;\n",
    }
    assert joined_modules("paper.js", files.__getitem__) == "{\nconst a = 1;\n}\n{\nconst a = 2;\n}\n/* All. */\n"


def test_a_module_that_imports_another_is_refused():
    files = {"paper.js": 'import "./one.js";\n', "one.js": 'import { b } from "./two.js";\n'}
    with pytest.raises(ImproperlyConfigured, match=r"one\.js imports or exports"):
        joined_modules("paper.js", files.__getitem__)


def test_readers_get_one_fingerprinted_file_of_each(tmp_path):
    source, not_ours = settings.ROOT / "static", shutil.ignore_patterns("desk", "fronts", "pictures", "prose")
    shutil.copytree(source, tmp_path, dirs_exist_ok=True, ignore=not_ours)
    there = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")}
    storage = FingerprintedStaticFiles(location=tmp_path, base_url="/static/")
    for _, _, outcome in storage.post_process({name: (FileSystemStorage(location=source), name) for name in there}):
        assert not isinstance(outcome, Exception)
    style, script = (tmp_path / storage.stored_name(name) for name in ("paper.css", "paper.js"))
    assert style.name != "paper.css"
    assert "@import" not in style.read_text()
    assert 'import "' not in script.read_text()
    fonts = re.findall(r'url\("([^"]+\.woff2)"\)', style.read_text())
    assert fonts
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", font) and (tmp_path / font).is_file() for font in fonts)
    assert style.with_name(f"{style.name}.br").stat().st_size < 11_500
