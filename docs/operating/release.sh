#!/bin/sh
# 生成到没有在用的那个文件夹，成功了再换过去；失败时网站不变。说明见 releasing.md。
# Builds into the folder that is not shown, and shows it when that succeeded. See releasing.md.
#
#   release.sh            生成并换过去 build and switch
#   release.sh --back     换回上一次 switch back to the release before
set -eu

site=${SITE:-/srv/yunzhou/site}
www=${WWW:-/srv/yunzhou/www}
sitegen=${SITEGEN:-$site/.venv/bin/sitegen}

case $(readlink "$www/current" || true) in
    a) other=b ;;
    *) other=a ;;
esac

if [ "${1:-}" = --back ]; then
    [ -e "$www/$other/release.json" ] || { echo "没有上一次 (there is no release before)" >&2; exit 1; }
else
    mkdir -p "$www"
    $sitegen build --site "$site" --output "$www/$other" "$@"
fi

# 先做好新的链接，再一步换掉旧的：任何时刻都有一个完整的网站。
# The new link is made first and replaces the old one in one step: at any moment a whole site is shown.
ln -sfn "$other" "$www/current.new"
mv -T "$www/current.new" "$www/current"
