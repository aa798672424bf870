"""What a script measures on the page that is open."""

from __future__ import annotations

SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""
"""How much the page has moved by itself since it was opened (CLS)."""
SMALL = """least => [...document.querySelectorAll(least.of)].filter(one => {
  if (!one.checkVisibility() || one.closest(".skip")) return false;
  const text = [...one.parentElement.childNodes].some(node =>
    node !== one && /[\\p{L}\\p{N}]/u.test(node.textContent));
  if (getComputedStyle(one).display === "inline" && text) return false;
  const after = getComputedStyle(one, "::after");
  const box = (one.closest("label") ?? (after.position === "absolute" ? one.closest(".card, .plate")
    : one)).getBoundingClientRect();
  return box.height < least.high - .5 || box.width < 24;
}).map(one => `${one.parentElement.className} ${one.textContent.trim().slice(0, 20)} ` +
  `${one.getBoundingClientRect().width}x${one.getBoundingClientRect().height}`)"""
"""Targets below a size; a link within a sentence has no size of its own (WCAG 2.5.8)."""
EVERY = {"of": "a[href], button, input", "high": 24}
"""The argument for SMALL: whatever can be operated, and its least height in px."""

TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
"""The px that one would have to scroll sideways."""
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.body.querySelectorAll("*")].filter(element => {
  if (element.closest("svg") || element.matches("section[tabindex]")) return false;
  const style = getComputedStyle(element);
  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const shown = element.checkVisibility() && style.clipPath === "none";
  if (!shown || style.display === "inline" || !element.textContent.trim()) return false;
  const wide = element.scrollWidth > element.clientWidth + 1;
  const high = element.scrollHeight > element.clientHeight + 1;
  const clips = /hidden|clip|scroll|auto/;
  return wide && (own || clips.test(style.overflowX)) || high && clips.test(style.overflowY);
}).map(element => `${element.tagName}.${element.className}: ${element.textContent.trim()}`
  .slice(0, 80))"""
"""Elements whose text is wider than they are, or hidden by their own edge; but for tables that scroll."""
