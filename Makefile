# make site      set up and build the demo site into output/
# make serve     preview it; every save shows at once
# make test      set up and run every test, in a real browser too
# make scripts   build the scripts of pages from templates/js/ (needs npm; sites need it not)
# make attack    try hostile texts, bytes, pictures and state on everything, in a browser too (some 5 minutes)
# make screenshots  every kind of page in every mode as PNG, with contact sheets (SCREENSHOTS=folder)
# make gallery   every template with each of its examples, as pages to look at (GALLERY=folder)
# make lighthouse  Lighthouse on six pages of the demo (needs npm, some 5 minutes)
# make old-browsers  fetch old Chromiums, Firefox and WebKitGTK, which make test then uses too
# make check     formatting, lint, types, architecture, browser floor
# make bench     time it against Hugo, Hugo + Pagefind, Eleventy, Zola and Pelican (some 12 minutes)
# make bench-search  ask the site's own search and others labelled queries (SEARCH_SITES=folders)
# make national  build the site of all national GIs from DATA (default ../shared/data)
# Nothing here needs the network except the package registries. From them come wheels only: what makes a
# package from its source is a program of somebody else, which would run before anything is checked.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" != 0 ] && sudo -n true 2>/dev/null && echo "sudo -n")

.DEFAULT_GOAL := help
.PHONY: help site serve test scripts check format docs words torture attack bench bench-search national wheel clean browser \
  old-browsers fonts servers pdf-reader screenshots gallery lighthouse
DATA ?= ../shared/data

help:
	@sed -n 's/^# //p' Makefile | head -13

$(VENV)/run: requirements/run.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/run.txt
	@touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

node_modules/.done: package-lock.json
	@if command -v npm >/dev/null 2>&1; then npm ci --silent --no-audit --no-fund && touch $@; \
	else echo "没有 npm：跳过 axe 和 html-validate 检查 (no npm: axe and html-validate are skipped)"; fi

# Debian's chromium and a CJK font, where they are missing and we may install them.
browser:
	@if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
	  || command -v google-chrome >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && { [ "$$(id -u)" = 0 ] || [ -n "$(SUDO)" ]; }; then \
	  echo "安装 chromium 和中文字体 (installing chromium and CJK fonts) …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends chromium fonts-noto-cjk >/dev/null; \
	else echo "没有 Chromium，也无权安装：跳过浏览器测试 (no Chromium and no right to install it: browser tests are skipped)"; fi

# The fonts of posters: a machine may have a browser and not these.
fonts:
	@if [ -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc ]; then :; \
	elif command -v apt-get >/dev/null 2>&1 && { [ "$$(id -u)" = 0 ] || [ -n "$(SUDO)" ]; }; then \
	  echo "安装中文字体 (installing CJK fonts) …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends fonts-noto-cjk >/dev/null; \
	else echo "没有思源字体：跳过海报的测试 (no Noto CJK: the tests of posters are skipped)"; fi

# What reads the text of a printed page: pdftotext.
pdf-reader:
	@if command -v pdftotext >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && { [ "$$(id -u)" = 0 ] || [ -n "$(SUDO)" ]; }; then \
	  echo "安装 pdftotext (installing pdftotext) …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends poppler-utils >/dev/null; \
	else echo "没有 pdftotext：跳过一个打印测试 (no pdftotext: one test of printing is skipped)"; fi

# Browsers that readers still have, for tests/browser/old: old Chromiums out of npm packages, and Debian's Firefox and
# WebKitGTK where they are missing and we may install them. Some 220 MB; make test does without them.
old-browsers: $(VENV)/dev
	@$(BIN)/python -m tests.support.browser.old.fetch || true
	@if command -v firefox-esr >/dev/null 2>&1 && command -v WebKitWebDriver >/dev/null 2>&1 \
	  && command -v Xvfb >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && { [ "$$(id -u)" = 0 ] || [ -n "$(SUDO)" ]; }; then \
	  echo "安装 Firefox 和 WebKitGTK (installing Firefox and WebKitGTK) …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends firefox-esr webkit2gtk-driver xvfb >/dev/null; \
	else echo "没有 Firefox 或 WebKitGTK，也无权安装 (no Firefox or no WebKitGTK and no right to install them)"; fi

# Web servers, and what sends files to a server: where they are missing, we may install them, and the machine starts
# no server for being installed. Each is a package, and the file by which it is known to be there.
SERVERS := nginx-light:sbin/nginx libnginx-mod-http-brotli-static:lib/nginx/modules/ngx_http_brotli_static_module.so \
  apache2:sbin/apache2 caddy:bin/caddy openssh-server:sbin/sshd rsync:bin/rsync rclone:bin/rclone
servers:
	@missing=; for one in $(SERVERS); do \
	  [ -e "/usr/$${one#*:}" ] || [ -e "/usr/local/$${one#*:}" ] || missing="$$missing $${one%%:*}"; done; \
	if [ -z "$$missing" ]; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ -x /usr/sbin/policy-rc.d ] && ! /usr/sbin/policy-rc.d nginx start \
	  && { [ "$$(id -u)" = 0 ] || [ -n "$(SUDO)" ]; }; then \
	  echo "安装 (installing)$$missing …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq \
	    --no-install-recommends $$missing >/dev/null; \
	else echo "没有$$missing，也不能安装：跳过用到它们的测试 (missing and not to be installed: tests that need them are skipped)"; fi

site: $(VENV)/run
	$(BIN)/python -m sitegen build
	@echo "网站在 output/：直接打开 output/index.html，或运行 make serve 边改边看"
	@echo "(the site is in output/: open output/index.html, or run make serve to preview while editing)"

serve: $(VENV)/run
	$(BIN)/python -m sitegen serve

test: $(VENV)/dev node_modules/.done browser fonts servers pdf-reader
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist worksteal

scripts: node_modules/.done
	@if [ -d node_modules/esbuild ]; then node templates/js/build.mjs; \
	else echo "没有 npm：无法构建脚本 (no npm: the scripts cannot be built)"; exit 1; fi

SCREENSHOTS ?= $(or $(TMPDIR),/tmp)/sitegen-screenshots
screenshots: $(VENV)/dev site browser
	$(BIN)/python -m tests.support.screenshots $(SCREENSHOTS)

GALLERY ?= $(or $(TMPDIR),/tmp)/sitegen-gallery
gallery: $(VENV)/dev
	$(BIN)/python -m tests.support.gallery $(GALLERY)

# Lighthouse is large: it has a package of its own, which no other target installs.
lighthouse: site browser
	@if command -v npm >/dev/null 2>&1; then (cd tests/lighthouse && npm ci --silent --no-audit --no-fund) && \
	  CHROME_PATH=$$(command -v chromium || command -v chromium-browser || command -v google-chrome) \
	  node tests/lighthouse/run.mjs output; \
	else echo "没有 npm：不能运行 Lighthouse (no npm: Lighthouse cannot run)"; exit 1; fi

check: $(VENV)/dev node_modules/.done
	$(BIN)/ruff format --check sitegen tests docs benchmarks
	$(BIN)/ruff check sitegen tests docs benchmarks
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py
	@if [ -d node_modules/@mdn/browser-compat-data ]; then node tests/floor/lint.mjs; \
	else echo "没有 npm：不检查旧浏览器的下限 (no npm: the browser floor is not looked after)"; fi

format: $(VENV)/dev
	$(BIN)/ruff format sitegen tests docs benchmarks
	$(BIN)/ruff check --fix sitegen tests docs benchmarks

docs: $(VENV)/dev
	$(BIN)/python docs/generate.py

# Gathers the words of templates and code into templates/locale/messages.pot.
words: $(VENV)/dev
	$(BIN)/python docs/words.py

# Kills a thousand builds at random instants, some 25 minutes, and publications before each change.
KILLED := $(addprefix tests/publishing/,test_folder.py test_s3_kills.py test_ssh.py)
torture: $(VENV)/dev
	SITEGEN_KILLS=1000 $(BIN)/python -m pytest -s tests/torture
	SITEGEN_KILLS=220 $(BIN)/python -m pytest -s $(KILLED) -k kill

# Payloads, costly shapes, pictures, damaged state: with a fixed seed (SITEGEN_SEED), many rounds.
ATTACKS := tests/attack tests/rendering/images/test_hostile.py tests/rendering/images/test_structure.py \
  tests/building/test_any_state.py tests/building/test_keys.py $(wildcard tests/test_growth.py) \
  tests/loading tests/model/test_pinyin.py tests/rendering tests/search/test_runs.py tests/serving/test_tree.py
attack: $(VENV)/dev browser
	SITEGEN_ATTACK=1 SITEGEN_ROUNDS=80 $(BIN)/python -m pytest -n logical --maxprocesses 4 --dist worksteal $(ATTACKS)

# `python -m benchmarks` lists all benchmarks and runs any of them.
bench: $(VENV)/dev
	$(BIN)/python -m benchmarks build --sizes 1300,10000 --write

# Each folder of SEARCH_SITES is a site; it is built, labelled queries are drawn from it, and all
# engines are asked them. The tables go to .bench-search/.
SEARCH_SITES ?= . .national
SEED ?= 1
bench-search: $(VENV)/dev
	$(BIN)/python -m benchmarks search $(SEARCH_SITES) --seed $(SEED)

national: $(VENV)/dev
	@if [ -d "$(DATA)" ]; then \
	  $(BIN)/python -m benchmarks national "$(DATA)" .national && \
	  $(BIN)/python -m sitegen build --site .national --timings; \
	else echo "没有 $(DATA)，跳过；用 make national DATA=文件夹 指明数据 (no such folder, skipped)"; fi

wheel: $(VENV)/dev
	$(BIN)/python -m build --wheel --no-isolation

clean:
	rm -rf $(VENV) .old-browsers node_modules output .sitegen .national .bench-search dist
