"""The files that start sitegen from a bundle: they make an environment beside themselves, from the wheels alone."""

from __future__ import annotations

import sys

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
"""The wheels of a bundle are for this Python."""
POSIX = """\
#!/bin/sh
# ./sitegen.sh            生成网站 build the site: site/output/index.html
# ./sitegen.sh check      任何 sitegen 命令 any command of sitegen, in the folder site/
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ ! -x "$here/venv/bin/sitegen" ]; then
  python=$(command -v "${PYTHON:-python@@}" || command -v python3 || true)
  if [ -z "$python" ] || [ "$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')" != "@@" ]; then
    echo "要 Python @@：装上它，或用 PYTHON=… 指明 (Python @@ is needed: install it, or name it by PYTHON=…)" >&2
    exit 1
  fi
  "$python" -m venv --clear "$here/venv"
  "$here/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --require-hashes \\
    --find-links "$here/wheels" -r "$here/requirements.txt"
fi
[ $# -gt 0 ] || set -- build
cd "$here/site"
exec "$here/venv/bin/sitegen" "$@"
"""
WINDOWS = """\
@echo off
rem sitegen.bat            build the site and open it: site\\output\\index.html
rem sitegen.bat check      any command of sitegen, in the folder site
chcp 65001 >nul
setlocal
set "HERE=%~dp0"
if exist "%HERE%venv\\Scripts\\sitegen.exe" goto run
py -@@ -m venv --clear "%HERE%venv"
if errorlevel 1 goto failed
"%HERE%venv\\Scripts\\python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --require-hashes --find-links "%HERE%wheels" -r "%HERE%requirements.txt"
if errorlevel 1 goto failed
:run
cd /d "%HERE%site"
if not "%~1"=="" goto command
"%HERE%venv\\Scripts\\sitegen" build
if errorlevel 1 goto end
start "" "output\\index.html"
goto end
:command
"%HERE%venv\\Scripts\\sitegen" %*
:end
exit /b %errorlevel%
:failed
echo 要 64 位的 Python @@ (64-bit Python @@ is needed)
exit /b 1
"""
ABOUT = """\
离线也能用的一整套：站点、sitegen 和它的库。
All that a site needs on a machine without a network: the site, sitegen, its libraries.

要先有 64 位的 Python @@（Linux x86_64，glibc 2.28 以上；或 Windows）。第一次运行会在这里建一个环境 venv。
It needs 64-bit Python @@ (Linux x86_64 with glibc 2.28 or later, or Windows). The first run makes an environment, venv, here.

  Linux:    ./sitegen.sh
  Windows:  sitegen.bat（双击 a double click）

不带参数就生成网站；sitegen.sh check、sitegen.sh serve 等照 README。site/ 里是内容，没有版本库的历史。
Without arguments it builds the site; check, serve and so on as in the README. site/ is the content, without its history.
海报另要思源字体，这里没有。Posters need Noto CJK besides, which is not here.
"""


def files_of_a_bundle() -> dict[str, tuple[bytes, int]]:
    """(bytes, mode) of each file by name."""
    dos = WINDOWS.replace("@@", PYTHON).replace("\n", "\r\n")
    return {
        "sitegen.sh": (POSIX.replace("@@", PYTHON).encode(), 0o777),
        "sitegen.bat": (dos.encode(), 0o666),
        "README.txt": (ABOUT.replace("@@", PYTHON).replace("\n", "\r\n").encode(), 0o666),
    }
