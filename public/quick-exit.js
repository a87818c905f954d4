// Quick exit: forgets what the tab remembered, replaces this page in the history, and answers Escape pressed three times
// within two seconds.
(function () {
  var link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  var presses = [];
  function leave() {
    // What the tab remembered: public/visit.js.
    try {
      sessionStorage.clear();
    } catch {}
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  }
  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    presses = presses.concat(Date.now()).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 2000) leave();
  });
})();
