# For each folder of $SITES: build it, draw queries with $SEED, ask all engines. Run by make bench-search.
set -eu
here=benchmarks/search
made=.bench-search
mkdir -p "$made"
for site in $SITES; do
  if [ ! -f "$site/site.yaml" ]; then
    echo "跳过 $site：里面没有 site.yaml (no site there, skipped)"
    continue
  fi
  name=$(basename "$(cd "$site" && pwd)")
  echo "== $name"
  "$PYTHON" -m sitegen build --site "$site"
  "$PYTHON" $here/queries.py "$site" --seed "$SEED" > "$made/$name.jsonl" 2> "$made/$name.counts"
  if [ "$site" = . ]; then cat $here/everyday.jsonl >> "$made/$name.jsonl"; fi
  "$PYTHON" $here/peers/compare.py --source "$site" --output "$site/output" \
    --queries "$made/$name.jsonl" --save "$made/$name.json" | tee "$made/$name.md"
  "$PYTHON" $here/browser.py --site "$site/output" --queries "$made/$name.jsonl" | tail -n 1 \
    || echo "跳过浏览器 (browser skipped)"
done
