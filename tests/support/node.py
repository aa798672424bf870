"""The path of Node; a test that asks for it is skipped where there is none."""

from __future__ import annotations

import shutil

import pytest


def node_or_skip() -> str:
    path = shutil.which("node")
    if path is None:
        pytest.skip("没有 node，跳过脚本测试 (no node: the scripts' tests are skipped)")
    return path
