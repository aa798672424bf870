/**
 * What the theme uses above the floor, and why it may: what the browsers at the floor do instead.
 * `files` are those it may stand in, all where there are none named.
 */
const GRACE = "a grace: without it the page reads and works the same";
const HEIGHT = "css/floor.css gives the height to browsers without it";
const POPOVER = "header.css and search.css ask for :popover-open; without it the menu is a line, the search a link";
const OWN_RING = "a browser without it draws its own ring around whatever has the focus";

export const ALLOWED = [
  { feature: "css.properties.text-wrap", why: GRACE },
  { feature: "css.properties.text-autospace", why: GRACE },
  { feature: "css.properties.hanging-punctuation", why: GRACE },
  { feature: "css.properties.text-decoration-thickness", why: GRACE },
  { feature: "css.properties.text-underline-offset", why: GRACE },
  { feature: "css.properties.accent-color", why: GRACE },
  { feature: "css.properties.overscroll-behavior", why: GRACE },
  { feature: "css.properties.scroll-margin-block-start", why: GRACE },
  { feature: "css.properties.color-scheme", why: "Firefox before 96 keeps its light fields and bars; every colour of ours is set" },
  { feature: "css.properties.break-after.avoid", why: "a heading may stand at the foot of a printed page" },
  { feature: "css.properties.break-before.avoid", why: "the head of a table may stand at the foot of a printed page" },
  { feature: "css.at-rules.counter-style", why: "without it the numbers of lists have points instead of brackets", files: ["css/base.css"] },
  { feature: "css.properties.page", why: "without it a table prints upright, on more sheets" },
  { feature: "css.at-rules.page", why: "Safari before 18.2 prints with its own margins" },
  { feature: "css.at-rules.media.prefers-contrast", why: "a browser that cannot be asked shows the usual colours, which are readable" },
  { feature: "css.at-rules.media.forced-colors", why: "what has no forced colours needs no rules for them" },
  { feature: "css.at-rules.media.scripting", why: "without it the ways to go on show before the results replace them" },
  { feature: "css.properties.align-content.start", why: "the data speak of flexboxes; in grids it is as old as they are", files: ["css/layout.css", "components/calendar/calendar.css"] },
  { feature: "css.selectors.focus-visible", why: OWN_RING },
  {
    feature: "css.properties.aspect-ratio",
    why: HEIGHT,
    files: ["components/card/card.css", "components/tiles/tiles.css", "components/picture/picture.css", "css/layout.css", "css/print.css"],
  },
  { feature: "html.global_attributes.popover", why: POPOVER, files: ["components/header/header.html"] },
  { feature: "html.elements.button.popovertarget", why: POPOVER, files: ["components/header/header.html"] },
  { feature: "html.elements.button.popovertargetaction", why: POPOVER, files: ["components/header/header.html"] },
  { feature: "showPopover of any object", why: "called where it is there", files: ["js/search/box.js"] },
  { feature: "newState of any object", why: "of an event that only popovers have", files: ["js/search/box.js"] },
  { feature: "html.elements.details.name", why: "without it several facets may stand open at once", files: ["components/facets/facets.html", "components/results/results.html"] },
  { feature: "html.elements.link.blocking", why: "without it a page may show while it is read, and its parts move a little", files: ["layouts/base.html"] },
  { feature: "html.elements.img.loading", why: "without it pictures come at once" },
  { feature: "html.elements.img.fetchpriority", why: "without it the browser weighs for itself" },
  { feature: "html.global_attributes.enterkeyhint", why: "without it the key of a phone's keyboard says Enter" },
  { feature: "html.global_attributes.autocapitalize", why: "without it a phone may begin with a capital, which finds the same" },
];
