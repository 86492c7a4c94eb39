// Before JupyterLite begins, the lab's own service worker takes over its page. JupyterLite takes the worker that it
// finds for its own; coming from the front page that is the site's, and then Python can open no file.
// Old syntax, as in start.js.
(function () {
  var JUPYTERLITE = "{version}"; // of another version it would unregister every worker of this host
  var PATIENCE = 10000; // milliseconds; then it begins all the same
  var workers = navigator.serviceWorker;
  var own = location.href.split(/[?#]/)[0].replace(/[^/]*\/[^/]*$/, "service-worker.js?enableCache=false");

  function controlled() {
    return Boolean(workers && workers.controller && workers.controller.scriptURL === own);
  }

  /** Ask a worker for something, and wait whether it was done. */
  function ask(worker, what) {
    return new Promise(function (resolve) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (event) {
        resolve(event.data);
      };
      worker.postMessage(what, [channel.port2]);
    });
  }

  /** Keep the whole lab for a visit without network; the promise says whether it is kept. */
  window.whosaysKeep = function () {
    return controlled() ? ask(workers.controller, "keep") : Promise.resolve(false);
  };

  function takeOver(begin) {
    setTimeout(begin, PATIENCE);
    workers.addEventListener("controllerchange", function () {
      if (controlled()) begin();
    });
    workers
      .register(own)
      .then(function (registration) {
        if (registration.waiting && controlled())
          return ask(registration.waiting, "replace").then(function (done) {
            if (done) location.reload(); // the page, too, is of the older build
            else begin();
          });
        if (controlled()) return begin();
        if (registration.active) return ask(registration.active, "claim"); // a reload with Shift passes it by
      })
      .catch(begin);
  }

  window.whosaysControlled =
    workers && window.isSecureContext && window.Promise
      ? new Promise(takeOver).then(function () {
          if (controlled()) localStorage.setItem(own + "-version", JUPYTERLITE);
          return controlled();
        })
      : undefined;
})();
