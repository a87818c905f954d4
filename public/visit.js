// What this tab remembers while it is open, and never sends: its last search, to lead back to it, and that no other
// language is wanted. public/quick-exit.js forgets it.
(function () {
  var SEARCH = "search";
  var LANGUAGE = "language";
  var back = document.querySelector("[data-back]");
  var offer = document.querySelector("[data-language-offer]");

  function kept(name) {
    try {
      return sessionStorage.getItem(name) || "";
    } catch {
      return "";
    }
  }

  function keep(name, value) {
    try {
      if (value) sessionStorage.setItem(name, value);
      else sessionStorage.removeItem(name);
    } catch {}
  }

  function lead() {
    if (/^(\/es)?\/listings$/.test(location.pathname)) keep(SEARCH, location.search);
    var search = kept(SEARCH);
    if (!back || !search) return;
    back.setAttribute("href", back.pathname + search);
    back.firstElementChild.hidden = true;
    back.lastElementChild.hidden = false;
  }

  /** The first of the reader's languages that we have. */
  function wanted() {
    return (navigator.languages || [])
      .map((tag) => tag.slice(0, 2))
      .find((tag) => document.querySelector('link[rel="alternate"][hreflang="' + tag + '"]'));
  }

  if (offer) {
    offer.hidden = kept(LANGUAGE) !== "" || wanted() !== offer.dataset.languageOffer;
    offer.addEventListener("click", function (event) {
      if (!event.target.closest("button")) return;
      keep(LANGUAGE, "kept");
      offer.hidden = true;
    });
  }
  // The header is the same on every page, so the menu learns here where it is.
  document.querySelectorAll("header nav a").forEach(function (link) {
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
  });
  // Also when the way back in the history shows a page as it was.
  window.addEventListener("pageshow", lead);
  lead();
})();
