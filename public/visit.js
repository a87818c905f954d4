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
    if (/^(\/es)?\/(listings|map\/asked)$/.test(location.pathname)) keep(SEARCH, location.search);
    var search = kept(SEARCH);
    if (!back || !search) return;
    back.setAttribute("href", back.pathname + search);
    back.firstElementChild.hidden = true;
    back.lastElementChild.hidden = false;
  }

  /** Whether there is this page in a language. One that is not to be found, such as a search, names none and has both. */
  function isIn(language) {
    var main = document.querySelector("main");
    if (document.querySelector('link[rel="alternate"][hreflang="x-default"]'))
      return document.querySelector('link[rel="alternate"][hreflang="' + language + '"]');
    return !main.dataset.status && [document.documentElement.lang, offer.dataset.languageOffer].includes(language);
  }

  /** The first of the reader's languages that the page has. */
  function wanted() {
    return (navigator.languages || []).map((tag) => tag.slice(0, 2)).find(isIn);
  }

  if (offer) {
    offer.hidden = kept(LANGUAGE) !== "" || wanted() !== offer.dataset.languageOffer;
    offer.addEventListener("click", function (event) {
      if (!event.target.closest("button")) return;
      keep(LANGUAGE, "kept");
      offer.hidden = true;
    });
  }
  // Also when the way back in the history shows a page as it was.
  window.addEventListener("pageshow", lead);
  lead();
})();
