#!/bin/sh
# 双击打开：在浏览器里用表单编辑这个网站。关掉这个窗口就停下来。
# Opens the forms of this site in the browser. Closing this window ends them.
cd "$(dirname "$0")" || exit 1
if [ -x .venv/bin/python ]; then
  .venv/bin/python -m sitegen edit
elif command -v sitegen >/dev/null 2>&1; then
  sitegen edit
elif python3 -c 'import sitegen' >/dev/null 2>&1; then
  python3 -m sitegen edit
else
  echo "这台电脑上没有装 sitegen：请找建站的同事装上 (sitegen is not installed on this computer)"
  false
fi || {
  echo "按回车键关闭 (press Enter to close)"
  read -r _
}
