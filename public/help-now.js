// Has the page kept on the device (help-now-keeper.js), says so on the page, and removes it when asked. Only this page loads it.
(function () {
  var note = document.querySelector("[data-kept-page]");
  if (!note || !("serviceWorker" in navigator)) return;
  var page = window.location.pathname;
  // Gone with the tab: a wish to leave no trace must not leave one.
  var REFUSED = "not kept " + page;

  function show(part) {
    note.hidden = false;
    note.querySelectorAll("[data-kept]").forEach(function (each) {
      each.hidden = each.getAttribute("data-kept") !== part;
    });
  }

  async function remove() {
    var registration = await navigator.serviceWorker.getRegistration(page);
    if (registration) await registration.unregister();
    await caches.delete("kept " + page);
    sessionStorage.setItem(REFUSED, "yes");
    show("removed");
    note.querySelector("[data-kept=removed]").focus();
  }

  note.querySelector("button").addEventListener("click", () => void remove());
  if (sessionStorage.getItem(REFUSED)) return show("removed");
  navigator.serviceWorker
    .register("/help-now-keeper.js", { scope: page })
    .then(function () {
      return navigator.serviceWorker.ready;
    })
    .then(function () {
      show("kept");
    })
    // Some browsers refuse in a private window: then nothing is kept, and nothing is said.
    .catch(function () {});
})();
