/** What the form gains from a script: problems while typing, names to choose from, a draft kept in the browser. */

const form = document.querySelector("form.form");
const home = new URL(".", import.meta.url).pathname;
const PAUSE = 500; // milliseconds after the last key before a check
const words = document.documentElement.lang === "en"
  ? { kept: "Changes that were not saved ({time})", restore: "Restore", discard: "Discard", failed: "This was not answered ({why}). What you wrote is kept in this browser." }
  : { kept: "有没保存的修改（{time}）", restore: "恢复", discard: "丢掉", failed: "没有得到回答（{why}）。您写的内容都留在这个浏览器里。" };

/** Says above the form that nothing came back, or takes that away. */
const failed = (why) => {
  let box = document.getElementById("failed");
  if (!why) return box?.remove();
  if (!box) {
    box = document.createElement("p");
    box.id = "failed";
    box.className = "told told--error";
    box.setAttribute("role", "alert");
    document.getElementById("told").prepend(box);
  }
  box.textContent = words.failed.replace("{why}", why);
};

/** Sends values of the form and gives the page that comes back, null where none with a form does. */
const posted = async (data, action) => {
  data.set("do", action);
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const whole = page.querySelector("form.form") !== null;
    failed(whole ? "" : answer.status);
    return whole ? page : null;
  } catch (error) {
    failed(error.message);
    return null;
  }
};
const sent = (action) => {
  const data = new FormData(form);
  if (action !== "photo") data.delete("photos");
  return posted(data, action);
};

/** Puts what a page says of each field beside the fields of this one; what is typed stays. */
const tell = (page) => {
  for (const place of form.querySelectorAll(".told-here")) {
    const other = page.getElementById(place.id);
    if (!other || other.innerHTML === place.innerHTML) continue;
    place.replaceChildren(...other.childNodes);
    const field = place.closest(".field");
    const same = page.getElementById(field.id);
    for (const name of ["error", "warning"]) field.classList.toggle(name, Boolean(same?.classList.contains(name)));
    for (const input of field.querySelectorAll(`[aria-describedby$="${CSS.escape(place.id)}"]`)) {
      input.toggleAttribute("aria-invalid", field.classList.contains("error"));
      if (field.classList.contains("error")) input.setAttribute("aria-invalid", "true");
    }
  }
};

/* Checks: half a second after the last key, one at a time. */
let timer = 0;
let running = false;
let again = false;
const check = async () => {
  if (running) { again = true; return; }
  running = true;
  const page = await sent("check");
  if (page) tell(page);
  running = false;
  if (again) { again = false; check(); }
};

/* The draft: what is not saved is kept in the browser until it is. */
const key = form ? `sitegen-draft:${form.dataset.draft}` : "";
const values = () => JSON.stringify([...new FormData(form)].filter(([name, value]) => name !== "token" && typeof value === "string"));
const keep = () => {
  try { localStorage.setItem(key, JSON.stringify({ time: new Date().toLocaleString(), values: values() })); } catch { /* full or forbidden */ }
};
const drop = () => {
  // An entry that was saved just now may have been a new one until then.
  for (const name of [key, key.replace(/[^/]*$/, "new")]) {
    try { localStorage.removeItem(name); } catch { /* forbidden */ }
  }
};
const kept = () => { try { return JSON.parse(localStorage.getItem(key) ?? "null"); } catch { return null; } };

/** Sends the values of a draft to have their form made: it may have more rows than this one. */
const restore = async (draft) => {
  const data = new FormData();
  for (const [name, value] of JSON.parse(draft.values)) data.append(name, value);
  data.set("token", form.elements.token.value);
  const page = await posted(data, "check");
  if (page) take(page);
};

/** Puts the fields of another page in place of those of this one. */
const take = (page, focus = "") => {
  const other = page.querySelector("form.form");
  const open = form.querySelector(".more")?.open;
  form.replaceChildren(...other.childNodes);
  if (open) form.querySelector(".more")?.setAttribute("open", "");
  names(form);
  if (focus) document.getElementById(focus)?.querySelector("input:not([type=hidden]), textarea, select, button")?.focus();
};

const offer = () => {
  const draft = kept();
  const now = values();
  if (!draft || draft.values === now || form.hasAttribute("data-dirty")) return;
  const box = document.createElement("p");
  box.className = "told told--warning kept";
  box.setAttribute("role", "status");
  const text = document.createElement("span");
  text.textContent = words.kept.replace("{time}", draft.time);
  const button = (word, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = word;
    made.addEventListener("click", () => { box.remove(); act(); });
    return made;
  };
  box.append(text, button(words.restore, () => restore(draft)), button(words.discard, drop));
  document.getElementById("told").prepend(box);
};

/* Photos: chosen, dropped or pasted ones go in at once. */
const addPhotos = async (files) => {
  const input = form.elements.photos;
  const chosen = [...files].filter((file) => file.type.startsWith("image/") || /\.hei[cf]$/i.test(file.name));
  if (!input || !chosen.length) return;
  const bag = new DataTransfer();
  for (const file of chosen) bag.items.add(file);
  input.files = bag.files;
  const page = await sent("photo");
  if (!page) return;
  const rows = page.querySelectorAll("#images > .rows > .row").length;
  take(page, `images/${rows - 1}/alt`);
  keep();
};

/* Names: a list of entries below the fields that lead to entries. */
const names = (within) => {
  for (const input of within.querySelectorAll("input[data-into]")) combobox(input);
};
const combobox = (input) => {
  const many = "many" in input.dataset;
  const box = document.createElement("div");
  box.className = "named";
  input.replaceWith(box);
  const list = document.createElement("ul");
  list.id = `${input.id}~list`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
  list.hidden = true;
  box.append(input, list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, value);
  let chosen = -1;
  let asked = 0;
  const last = () => (many ? input.value.split(/[、，；,;]/).pop().trim() : input.value.trim());
  const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = (to) => {
    const items = [...list.querySelectorAll("[role=option]")];
    if (!items.length) return;
    chosen = (to + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };
  const pick = (name) => {
    const before = many ? input.value.split(/[、，；,;]/).slice(0, -1).map((part) => part.trim()).filter(Boolean) : [];
    input.value = [...before, name].join("、");
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
    close();
  };
  const show = async () => {
    const mine = ++asked;
    const typed = last();
    if (!typed) return close();
    const answer = await fetch(`${home}names?into=${encodeURIComponent(input.dataset.into)}&q=${encodeURIComponent(typed)}`);
    const found = answer.ok ? await answer.json() : [];
    if (mine !== asked || document.activeElement !== input) return;
    list.replaceChildren(...found.map(({ name, about }, at) => {
      const item = document.createElement("li");
      item.id = `${list.id}~${at}`;
      item.setAttribute("role", "option");
      const small = document.createElement("small");
      small.textContent = about;
      item.append(name, small);
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(name); });
      item.dataset.name = name;
      return item;
    }));
    if (found.length === 1 && found[0].name === typed) return close();
    list.hidden = !found.length;
    chosen = -1;
    input.setAttribute("aria-expanded", String(found.length > 0));
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { close(); event.stopPropagation(); }
    else if (event.key === "ArrowDown") { event.preventDefault(); if (list.hidden) show(); else mark(chosen + 1); }
    else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); mark(chosen - 1); }
    else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      pick(list.children[chosen].dataset.name);
    }
  });
};

if (form) {
  const saved = document.querySelector("#told [role=status]") && !form.hasAttribute("data-dirty");
  if (saved) drop();
  names(form);
  offer();
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { keep(); check(); }, PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    const [action, path] = (event.submitter?.value ?? "save").split(":");
    clearTimeout(timer);
    if (action === "save") { keep(); return; }
    if (action === "text") {
      // The browser sends the form into this frame by itself: it is what formtarget names.
      if (!form.querySelector(".text")) {
        const box = document.createElement("div");
        box.className = "text";
        const frame = document.createElement("iframe");
        frame.name = event.submitter.formTarget;
        frame.title = event.submitter.textContent;
        box.append(frame);
        event.submitter.after(box);
      }
      return;
    }
    event.preventDefault();
    const page = await sent(event.submitter.value);
    if (!page) return;
    const list = action === "photo" ? "images" : action === "add" ? path : path.split("/").slice(0, -1).join("/");
    const rows = page.getElementById(list)?.querySelectorAll(":scope > .rows > .row").length ?? 0;
    take(page, action === "add" ? `${list}/${rows - 1}` : list);
    keep();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "photos") addPhotos(event.target.files);
  });
  form.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) { event.preventDefault(); addPhotos(event.clipboardData.files); }
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.querySelector(".photos")?.classList.toggle("photos--over", kind === "dragover");
      if (kind === "drop") addPhotos(event.dataTransfer.files);
    });
  }
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.querySelector("button.main")?.click();
    }
  });
}

/* Tables: one that is dropped on the list, or chosen, is looked at right away. */
const dropped = document.querySelector("form.drop");
if (dropped) {
  const input = dropped.querySelector("input[type=file]");
  const over = (is) => {
    dropped.classList.toggle("drop--over", is);
    if (dropped.classList.contains("drop--list")) dropped.hidden = !is;
  };
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      if (kind === "dragleave" && event.relatedTarget !== null) return;
      over(kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      dropped.submit();
    });
  }
  input.addEventListener("change", () => dropped.submit());
}

document.querySelector("[data-print]")?.addEventListener("click", () => print());

/* Who reviews: the browser of one person need not be told twice. */
const who = document.getElementById("who");
if (who) {
  let mine = "";
  try { mine = localStorage.getItem("sitegen-who") ?? ""; } catch { /* forbidden */ }
  // Who did a step does no other.
  if (!document.querySelector(".steps")?.textContent.includes(mine)) who.value ||= mine;
  who.form.addEventListener("submit", () => {
    try { localStorage.setItem("sitegen-who", who.value); } catch { /* full or forbidden */ }
  });
}
