// The shortlist: kept on this device only, never sent. lib/choices/shortlist.ts keeps the same list.
(function () {
  var KEY = "shortlist";
  var LIMIT = 12;
  var SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  var note = document.querySelector("[data-shortlist-note]");
  var count = document.querySelector("[data-shortlist-count]");

  function read() {
    var text = localStorage.getItem(KEY);
    var kept = null;
    var seen = [];
    try {
      kept = JSON.parse(text);
    } catch {}
    if (!Array.isArray(kept)) return [];
    return kept
      .filter(function (place) {
        var slug = place && place.name && typeof place.name === "string" && place.slug;
        return typeof slug === "string" && SLUG.test(slug) && seen.indexOf(slug) < 0 && seen.push(slug);
      })
      .slice(0, LIMIT);
  }

  function show() {
    var kept = [];
    try {
      kept = read();
    } catch {}
    document.querySelectorAll("[data-shortlist]").forEach((button) => {
      button.hidden = false;
      button.toggleAttribute("data-on", kept.some(is(button)));
    });
    if (count) count.textContent = kept.length || "";
  }

  function is(button) {
    return (place) => place.slug === button.dataset.shortlist;
  }

  function toggle(button) {
    var kept = read();
    var at = kept.findIndex(is(button));
    if (at < 0 && kept.length >= LIMIT) return "full";
    if (at < 0)
      kept.push({
        slug: button.dataset.shortlist,
        name: button.lastChild.textContent.slice(2),
        dial: button.dataset.dial,
      });
    else kept.splice(at, 1);
    localStorage.setItem(KEY, JSON.stringify(kept));
    window.dispatchEvent(new Event(KEY));
    return at < 0 ? "added" : "removed";
  }

  function say(word) {
    note.hidden = false;
    note.querySelector("output").textContent = note.dataset[word];
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-shortlist]");
    if (event.target.closest("[data-shortlist-close]")) note.hidden = true;
    if (!button) return;
    try {
      say(toggle(button));
    } catch {
      say("blocked");
    }
  });
  ["storage", "pageshow", KEY].forEach((event) => {
    window.addEventListener(event, show);
  });
  // It hands on what was asked.
  if (note) note.querySelector("a").search = (document.querySelector("[data-asked]") || note).dataset.asked || "";
  show();
})();
