"""docs/operating/releasing.md: the steps of the CI examples, run here against a real sshd."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.publishing.targets.openssh import Ssh
from tests.support.operating_pages import World, blocks, steps
from tests.support.sshd import needs_sshd, sshd

pytestmark = needs_sshd
HOST = "www.yunzhou.example"
CLIENT = """\
Host {host}
    HostName 127.0.0.1
    Port {port}
    HostKeyAlias {host}
    UserKnownHostsFile {home}/.ssh/known_hosts
"""


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ssh]:
    with sshd(tmp_path_factory.mktemp("sshd")) as found:
        yield found


@pytest.fixture
def world(way: Ssh, tmp_path: Path) -> World:
    """A site with the settings of the page, an origin, and an empty machine of a CI that reaches the host."""
    made = World(tmp_path / "yunzhou")
    (settings,) = blocks("releasing.md", "yaml")["另一台机器，用 SSH Another machine, by SSH"]
    made.settings(settings.replace("user: sitegen", f"user: {getpass.getuser()}"))
    made.commit("where it goes")
    made.sh("git push -q")
    config = CLIENT.format(host=HOST, port=way.port, home=made.home)
    (made.folder / "ssh_config").write_text(config, "utf-8")
    made.program("ssh", f'exec {shutil.which("ssh")} -F "{made.folder}/ssh_config" "$@"')
    made.program("pip", 'echo "$*" >> "$HOME/installed"')
    return made


def secrets(way: Ssh) -> dict[str, str]:
    kind, key = Path(way.known_hosts).read_text("utf-8").split()[1:3]
    return {
        "KEY": Path(way.key_file).read_text("utf-8").rstrip("\n"),
        "HOSTS": f"{HOST} {kind} {key}",
        "TOKEN": "a-token",
    }


def run_steps(world: World, workflow: str, way: Ssh, place: Path) -> None:
    """Run the steps that are commands."""
    for step in steps(workflow):
        if "run" in step:
            given = {name: secrets(way)[name] for name in step.get("env", {})}
            assert all(value.startswith("${{ secrets.") for value in step.get("env", {}).values())
            world.sh(step["run"], cwd=place, more={**runner(world), **given})


def runner(world: World) -> dict[str, str]:
    return {
        "GITHUB_REF_NAME": "main",
        "GITHUB_SERVER_URL": "https://git.yunzhou.example",
        "GITHUB_REPOSITORY": "yunzhou/site",
        "GITHUB_PATH": str(world.home / "path"),
    }


def test_the_workflow_of_github_publishes_and_records(world: World, way: Ssh) -> None:
    workflow = blocks("releasing.md", "yaml")["CI"][0]
    for round_ in range(2):
        place = world.folder / f"runner-{round_}"
        world.sh(f"git clone -q {world.folder}/origin.git {place}", cwd=world.folder)
        run_steps(world, workflow, way, place)
    assert (world.www / "current/gi/qingxi-xueli/index.html").exists()
    installed = (world.home / "installed").read_text("utf-8")
    assert "--require-hashes" in installed
    world.sh("git pull -q")
    assert world.sh("git log --oneline").count("\n") == 3, "the second time there was nothing new"
    assert (world.site / "content/ledger.jsonl").exists()
    assert (world.home / ".ssh/sitegen").stat().st_mode & 0o77 == 0


def test_gitea_without_a_way_to_github(world: World, way: Ssh) -> None:
    github, gitea = blocks("releasing.md", "yaml")["CI"]
    uses = [step for step in steps(github) if "uses" in step]
    assert len(uses) == 2
    world.sh(
        f"git config --global url.file://{world.folder}/origin.git.insteadOf "
        "https://publish:a-token@git.yunzhou.example/yunzhou/site.git"
    )
    world.program("python3", "exit 0")
    place = world.folder / "runner"
    place.mkdir()
    run_steps(world, gitea, way, place)
    assert (place / "site.yaml").exists()
    assert (world.home / "path").read_text("utf-8") == f"{world.home}/venv/bin\n"
    world.sh("git commit -q --allow-empty -m more && git push -q", cwd=place)


def test_no_secret_is_shown_to_the_whole_job() -> None:
    text = blocks("releasing.md", "yaml")["CI"][0]
    assert text.count("secrets.") == 2
    assert "pull_request" not in text
