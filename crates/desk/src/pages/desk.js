// Keys, and the evidence beside the page. Everything here can be done without it: each place is a link.
"use strict";
(() => {
  const main = document.getElementById("main");
  const pane = document.getElementById("evidence");
  if (!main || !pane) return;
  const sheet = pane.parentElement;
  const ROWS = ".row, table.by-reports > tbody";
  const LISTS = { d: "/", s: "/stories", c: "/claims", x: "/disagreements", r: "/reports", f: "/families", v: "/voices", p: "/places" };
  const OFF = "stemma-keys-off";
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* the browser keeps nothing */ } };
  let shown = null;
  let pinned = false;
  let goes = false;
  let waiting = 0;
  const fetched = new Map();

  // The words that a link leads to, where it leads to words.
  const evidenceOf = (link) => {
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return null;
    const at = new URLSearchParams(link.search).get("at");
    const id = link.pathname.match(/^\/reports\/(r[0-9a-f]{16})$/);
    return at && id ? `/evidence/${id[1]}?at=${encodeURIComponent(at)}&bare=1` : null;
  };

  const open = (address, html) => {
    shown = address;
    // The answer of our own server, in which every word of a report is escaped; the policy of the page runs no script of it.
    pane.innerHTML = html;
    const pin = document.createElement("button");
    pin.type = "button";
    pin.className = "pin";
    pin.textContent = pinned ? "Unpin" : "Pin";
    pin.addEventListener("click", togglePin);
    pane.prepend(pin);
    pane.hidden = false;
    pane.classList.toggle("pinned", pinned);
    sheet.classList.add("with-evidence");
  };

  const close = () => {
    pinned = false;
    shown = null;
    pane.hidden = true;
    pane.textContent = "";
    sheet.classList.remove("with-evidence");
  };

  const togglePin = () => {
    if (!shown) return;
    pinned = !pinned;
    pane.classList.toggle("pinned", pinned);
    const pin = pane.querySelector(".pin");
    if (pin) pin.textContent = pinned ? "Unpin" : "Pin";
  };

  const show = async (address) => {
    if (pinned || address === shown) return;
    const mine = ++waiting;
    try {
      if (!fetched.has(address)) {
        const answer = await fetch(address, { credentials: "same-origin" });
        if (!answer.ok) return;
        fetched.set(address, await answer.text());
        if (fetched.size > 200) fetched.delete(fetched.keys().next().value);
      }
      if (mine === waiting && !pinned) open(address, fetched.get(address));
    } catch { /* the desk has ended; the link still says where the words stand */ }
  };

  let hover = 0;
  const follow = (event, delay) => {
    const address = evidenceOf(event.target.closest("a"));
    clearTimeout(hover);
    if (address) hover = setTimeout(() => show(address), delay);
  };
  main.addEventListener("focusin", (event) => follow(event, 0));
  main.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") follow(event, 150); });

  const rows = () => [...main.querySelectorAll(ROWS)].filter((row) => row.querySelector("a") && row.getClientRects().length > 0);
  const links = (row) => [...row.querySelectorAll("a, summary")].filter((link) => link.getClientRects().length > 0);
  const rowOf = (element) => element && element.closest ? element.closest(ROWS) : null;

  const step = (by) => {
    const all = rows();
    const at = all.indexOf(rowOf(document.activeElement));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) focus(links(next)[0]);
  };

  const along = (by) => {
    const row = rowOf(document.activeElement);
    if (!row) return step(1);
    const all = links(row);
    focus(all[Math.min(Math.max(all.indexOf(document.activeElement) + by, 0), all.length - 1)]);
  };

  const focus = (link) => {
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
  };

  const openRow = () => {
    const row = rowOf(document.activeElement);
    if (row && /^m[0-9a-f]{16}$/.test(row.id)) return location.assign(`/claims/${row.id}`);
    const link = row && links(row).find((one) => one instanceof HTMLAnchorElement && !evidenceOf(one));
    if (link) location.assign(link.href);
  };

  const first = (selector) => { const link = document.querySelector(selector); if (link) location.assign(link.href); };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    l: () => along(1),
    h: () => along(-1),
    o: openRow,
    p: togglePin,
    Escape: close,
    n: () => first("a.next"),
    e: () => first('footer a[href^="/export/"]'),
    "/": () => { const field = document.getElementById("search"); if (field) { field.focus(); field.select(); } },
    "?": () => location.assign("/help"),
    g: () => { goes = true; setTimeout(() => { goes = false; }, 1500); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key !== "Escape" && kept(OFF)) return;
    if (goes && LISTS[event.key]) {
      goes = false;
      event.preventDefault();
      location.assign(LISTS[event.key]);
      return;
    }
    goes = false;
    // Figures lead to the parts of a page, in the order of its menu.
    const part = /^[1-9]$/.test(event.key) && document.querySelectorAll(".jump a")[Number(event.key) - 1];
    if (part) {
      event.preventDefault();
      part.focus();
      part.click();
      return;
    }
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  const toggle = document.getElementById("keys-off");
  if (toggle) {
    const label = () => { toggle.textContent = kept(OFF) ? "Turn single keys on" : "Turn single keys off"; };
    toggle.hidden = false;
    label();
    toggle.addEventListener("click", () => { keep(OFF, kept(OFF) ? "" : "1"); label(); });
  }
})();
