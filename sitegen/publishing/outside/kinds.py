"""What can be wrong with a published site as visitors get it."""

from __future__ import annotations

from sitegen.problems import Kind, Severity

NO_ANSWER = Kind(
    "outside.no-answer",
    Severity.ERROR,
    zh="打不开 {url}：{cause}",
    en="no answer from {url}: {cause}",
    fix_zh="看看服务器在不在运行、域名指向哪里；site.yaml 里这个目标的 url 写得对不对",
    fix_en="see whether the server runs, where the domain leads, and whether url of this target is right",
)
STATUS = Kind(
    "outside.status",
    Severity.ERROR,
    zh="{url} 回的是 {actual}，应当是 {wanted}",
    en="{url} answers {actual}, not {wanted}",
    fix_zh="看服务器的配置和它指向的文件夹：应当是目标里的 current",
    fix_en="look at the server's configuration and the folder it shows: that is current in the target",
)
OLD = Kind(
    "outside.still-old",
    Severity.ERROR,
    zh="{url} 还是上一个版本",
    en="{url} is still that of the last release",
    fix_zh="清掉 CDN 或代理的缓存；再运行 sitegen verify",
    fix_en="clear the cache of the CDN or proxy; then run sitegen verify",
)
OTHER = Kind(
    "outside.other-content",
    Severity.ERROR,
    zh="{url} 的内容不是发布的那一份",
    en="{url} is not what was published",
    fix_zh="有什么在路上改了它（代理、防篡改、统计代码），或服务器指向别的文件夹",
    fix_en="something changes it on the way (a proxy, a guard, a counter), or the server shows another folder",
)
STILL_THERE = Kind(
    "outside.still-there",
    Severity.ERROR,
    zh="{url} 已经去掉，外面还看得到",
    en="{url} was removed and can still be seen",
    fix_zh="清掉 CDN 或代理的缓存；再运行 sitegen verify",
    fix_en="clear the cache of the CDN or proxy; then run sitegen verify",
)
NOT_FOUND_PAGE = Kind(
    "outside.not-found-page",
    Severity.WARNING,
    zh="不存在的网址没有显示网站自己的 404 页（{url}）",
    en="an address that does not exist does not show the site's own page for it ({url})",
    fix_zh="照 sitegen server-config 写的设置 404",
    fix_en="set it as sitegen server-config writes it",
)
REDIRECT = Kind(
    "outside.redirect",
    Severity.WARNING,
    zh="旧网址 {url} 没有转到 {wanted}（服务器回 {actual}）；打开的网页会带人过去",
    en="the former address {url} is not redirected to {wanted} (the server answers {actual}); its page leads on",
    fix_zh="照 sitegen server-config 写的设置转向",
    fix_en="set redirects as sitegen server-config writes them",
)
HEADER = Kind(
    "outside.header",
    Severity.WARNING,
    zh="{url} 没有“{header}: {wanted}”，是“{actual}”",
    en="{url} has not “{header}: {wanted}” but “{actual}”",
    fix_zh="照 sitegen server-config 写的设置",
    fix_en="set it as sitegen server-config writes it",
)
NOT_PACKED = Kind(
    "outside.not-packed",
    Severity.WARNING,
    zh="服务器没有压缩 {url}",
    en="the server does not pack {url}",
    fix_zh="照 sitegen server-config 写的设置 gzip",
    fix_en="set gzip as sitegen server-config writes it",
)
CERTIFICATE = Kind(
    "outside.certificate",
    Severity.WARNING,
    zh="{host} 的证书 {day} 到期，还有 {days} 天",
    en="the certificate of {host} ends on {day}, in {days} days",
    fix_zh="续期；自动续期的，看看它为什么没有做",
    fix_en="renew it; where that happens by itself, see why it did not",
)
PLAIN_HTTP = Kind(
    "outside.plain-http",
    Severity.WARNING,
    zh="{url} 没有转到 https（服务器回 {actual}）",
    en="{url} does not lead to https (the server answers {actual})",
    fix_zh="在服务器上设置转向",
    fix_en="set a redirect on the server",
)
