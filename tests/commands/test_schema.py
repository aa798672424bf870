"""sitegen schema: what it writes into a site, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

from sitegen.model.collections import COLLECTIONS
from tests.support.basic_site import basic, tree, write
from tests.support.command_line import run

SETTINGS = ".vscode/settings.json"
SCHEMA = ".vscode/schemas/products.json"


def written(root: Path) -> dict[str, bytes]:
    """The files that were written, below .vscode."""
    return tree(root / ".vscode") if (root / ".vscode").is_dir() else {}


def test_a_site_gets_a_schema_for_each_collection_and_for_its_settings(tmp_path: Path) -> None:
    done = run("schema", cwd=basic(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "写好了 18 个 JSON Schema、.vscode/settings.json" in done.stdout
    names = {
        "settings.json",
        "schemas/site.json",
        *(f"schemas/{name}.json" for name in COLLECTIONS),
    }
    assert written(tmp_path).keys() == names
    settings = json.loads((tmp_path / SETTINGS).read_text("utf-8"))
    for schema, globs in settings["yaml.schemas"].items():
        assert (tmp_path / schema).is_file()
        assert all(glob.startswith("/") for glob in globs)
    assert settings["yaml.schemas"]["./.vscode/schemas/regions.json"][0] == "/content/regions.yaml"


def test_the_same_site_gives_the_same_bytes_and_nothing_is_written_twice(tmp_path: Path) -> None:
    first, second = basic(tmp_path / "a"), basic(tmp_path / "b")
    for root in (first, second):
        assert run("schema", cwd=root).returncode == 0
    assert written(first) == written(second)
    stamp = (first / SCHEMA).stat().st_mtime_ns
    again = run("schema", cwd=first)
    assert again.stdout == "18 个 JSON Schema 都没有变化\n"
    assert (first / SCHEMA).stat().st_mtime_ns == stamp


def test_a_new_entry_is_proposed_after_another_run(tmp_path: Path) -> None:
    root = basic(tmp_path)
    run("schema", cwd=root)
    write(root, {"content/gi/baishan-cha.yaml": "name: 白山绿茶\n"})
    done = run("schema", "--lang", "en", cwd=root)
    assert "wrote 18 JSON Schemas\n" in done.stdout
    assert "baishan-cha" in (root / SCHEMA).read_text("utf-8")


def test_what_others_wrote_is_left_alone(tmp_path: Path) -> None:
    root = basic(tmp_path)
    write(root, {SCHEMA: "{}", SETTINGS: '{"editor.fontSize": 16}'})
    done = run("schema", cwd=root)
    assert done.returncode == 1 and f"{SCHEMA}: 错误: 这里已经有别人写的文件" in done.stderr
    assert written(root) == {
        "schemas/products.json": b"{}",
        "settings.json": b'{"editor.fontSize": 16}',
    }


def test_settings_that_are_no_json_stop_the_command(tmp_path: Path) -> None:
    root = write(basic(tmp_path), {SETTINGS: '{\n  "editor.fontSize" 16\n}'})
    done = run("schema", cwd=root)
    assert done.returncode == 1 and f"{SETTINGS}:2:21: 错误: 看不懂这里的设置" in done.stderr
    assert written(root).keys() == {"settings.json"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root = basic(tmp_path / "site")
    (tmp_path / "elsewhere").mkdir()
    (root / ".vscode").symlink_to(tmp_path / "elsewhere")
    done = run("schema", cwd=root)
    assert done.returncode == 1 and ".vscode: 错误" in done.stderr
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_site_with_mistakes_in_its_settings_gets_no_schemas(tmp_path: Path) -> None:
    root = write(basic(tmp_path), {"site.yaml": "id: test\n"})
    done = run("schema", cwd=root)
    assert done.returncode == 1 and "缺少必填的“name”" in done.stderr
    assert not written(root)
