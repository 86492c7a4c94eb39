// Every word that the card and the page for a fresh start say. A translation is a table like the first one.
window.whosaysSaid = {
  en: {
    awaiting: "",
    help: "Help",
    close: "Close",
    title: "Starting",
    opening: "Step 1 of 2: the notebook is opening.",
    python:
      "Step 2 of 2: Python is starting inside your browser. The first time takes up to a minute on a slow computer; you can read meanwhile.",
    ready: "Ready. Press Shift and Enter to run a cell, or choose Run, then Run All Cells.",
    kept: "From now on it starts without network, too.",
    seconds: "seconds so far",
    slow: "Python has not started after two minutes. Close other tabs and programs, they may take the memory that it needs; then load this page again. If that does not help, take the pages of the cases: they need no Python.",
    old: "This browser is too old to run Python. Take a newer Firefox, Chrome, Edge or Safari (from 2023 on), or the pages of the cases: they work in this one.",
    memory: "This computer has little memory. Close other tabs first; one notebook at a time.",
    storage:
      "This browser keeps nothing for this site: storage is blocked. All works until you close the tab, then your answers are gone. Allow cookies and site data for this address, or leave private browsing.",
    insecure:
      "This site has no secure connection (https). Answers are kept in this browser only, and notebooks cannot open files: lesson 7 and the spread of a class stop. All else works.",
    workers:
      "This browser lets nothing of this site work in the background, as in some private windows. Answers are kept in this browser only, and notebooks cannot open files: lesson 7 and the spread of a class stop. All else works.",
    disk: "The lab does not work by double click: Python needs a web server. Cases, lessons, guides and paper all open without one.",
    front: "To the front page",
    fresh: "Something is broken: a fresh start",
    fresh_title: "A fresh start",
    fresh_about:
      "Puts every notebook back as it was, with its layout. Close the other tabs of the notebooks first. Your answers stay, unless you delete them here.",
    fresh_answers: "Your answers",
    fresh_count: "Answers in this browser, by case and seat:",
    fresh_none: "There are no answers in this browser.",
    fresh_save: "Save answers to files",
    fresh_saved: "Saved. Look in the folder of your downloads.",
    fresh_notebooks: "The notebooks",
    fresh_reset: "Put the notebooks back",
    fresh_done: "The notebooks are as they were. Your answers are still here.",
    fresh_delete: "Delete my answers too",
    fresh_really: "Delete my answers for good",
    fresh_deleted: "Your answers are deleted.",
    fresh_blocked: "This browser keeps nothing for this site, so every visit is a fresh start.",
    back: "Back to the notebooks",
  },
  de: {
    awaiting:
      "Diese Übersetzung hat noch niemand gelesen, der mit der Sprache aufgewachsen ist. Wo sie irrt, gilt das Englische.",
    help: "Hilfe",
    close: "Schließen",
    title: "Start",
    opening: "Schritt 1 von 2: Das Notebook wird geöffnet.",
    python:
      "Schritt 2 von 2: Python startet in deinem Browser. Beim ersten Mal dauert das auf einem langsamen Computer bis zu einer Minute; lies inzwischen.",
    ready:
      "Bereit. Mit Umschalt und Eingabe führst du eine Zelle aus; „Run All Cells“ im Menü „Run“ führt alle aus.",
    kept: "Ab jetzt startet es auch ohne Netz.",
    seconds: "Sekunden bisher",
    slow: "Python ist nach zwei Minuten nicht gestartet. Schließ andere Tabs und Programme, vielleicht brauchen sie den Speicher; dann lade diese Seite neu. Hilft das nicht, nimm die Seiten der Fälle: Sie brauchen kein Python.",
    old: "Dieser Browser ist zu alt für Python. Nimm Firefox, Chrome, Edge oder Safari von 2023 oder neuer, oder die Seiten der Fälle: Sie gehen in diesem.",
    memory: "Dieser Computer hat wenig Speicher. Schließ zuerst andere Tabs; immer nur ein Notebook auf einmal.",
    storage:
      "Dieser Browser bewahrt für diese Seite nichts auf: Der Speicher ist gesperrt. Alles geht, bis du den Tab schließt, dann sind deine Antworten weg. Erlaube Cookies und Websitedaten für diese Adresse oder verlass den privaten Modus.",
    insecure:
      "Diese Seite hat keine sichere Verbindung (https). Antworten bleiben nur in diesem Browser, und Notebooks können keine Dateien öffnen: Lektion 7 und die Streuung einer Klasse gehen nicht. Alles andere geht.",
    workers:
      "Dieser Browser lässt von dieser Seite nichts im Hintergrund arbeiten, wie in manchen privaten Fenstern. Antworten bleiben nur in diesem Browser, und Notebooks können keine Dateien öffnen: Lektion 7 und die Streuung einer Klasse gehen nicht. Alles andere geht.",
    disk: "Das Labor geht nicht mit einem Doppelklick: Python braucht einen Webserver. Fälle, Lektionen, Handreichungen und Papier öffnen sich ohne.",
    front: "Zur Startseite",
    fresh: "Etwas ist kaputt: neu beginnen",
    fresh_title: "Neu beginnen",
    fresh_about:
      "Stellt jedes Notebook wieder so her, wie es war, mit seiner Anordnung. Schließ zuerst die anderen Tabs mit Notebooks. Deine Antworten bleiben, wenn du sie nicht hier löschst.",
    fresh_answers: "Deine Antworten",
    fresh_count: "Antworten in diesem Browser, nach Fall und Platz:",
    fresh_none: "In diesem Browser sind keine Antworten.",
    fresh_save: "Antworten in Dateien speichern",
    fresh_saved: "Gespeichert. Schau in den Ordner für Downloads.",
    fresh_notebooks: "Die Notebooks",
    fresh_reset: "Notebooks wiederherstellen",
    fresh_done: "Die Notebooks sind, wie sie waren. Deine Antworten sind noch da.",
    fresh_delete: "Auch meine Antworten löschen",
    fresh_really: "Meine Antworten endgültig löschen",
    fresh_deleted: "Deine Antworten sind gelöscht.",
    fresh_blocked: "Dieser Browser bewahrt für diese Seite nichts auf, also beginnt jeder Besuch neu.",
    back: "Zurück zu den Notebooks",
  },
  uk: {
    awaiting: "Цього перекладу ще не читав носій мови. Де він помиляється, діють англійські слова.",
    help: "Довідка",
    close: "Закрити",
    title: "Запуск",
    opening: "Крок 1 із 2: відкривається нотатник.",
    python:
      "Крок 2 із 2: у вашому браузері запускається Python. Першого разу на повільному комп’ютері це триває до хвилини; тим часом можна читати.",
    ready:
      "Готово. Щоб запустити комірку, натисніть Shift і Enter; усі комірки запускає пункт «Run All Cells» у меню «Run».",
    kept: "Відтепер запускається і без мережі.",
    seconds: "секунд минуло",
    slow: "Python не запустився за дві хвилини. Закрийте інші вкладки й програми: можливо, вони займають потрібну пам’ять; потім завантажте цю сторінку знову. Якщо не допоможе, відкрийте сторінки кейсів: їм Python не потрібен.",
    old: "Цей браузер застарий для Python. Візьміть новіший Firefox, Chrome, Edge або Safari (від 2023 року) чи сторінки кейсів: вони працюють і в цьому.",
    memory: "На цьому комп’ютері мало пам’яті. Спершу закрийте інші вкладки; відкривайте по одному нотатнику.",
    storage:
      "Цей браузер нічого не зберігає для цього сайту: сховище заблоковано. Усе працює, доки ви не закриєте вкладку, потім ваші відповіді зникнуть. Дозвольте файли cookie та дані сайту для цієї адреси або вийдіть із приватного режиму.",
    insecure:
      "Цей сайт не має захищеного з’єднання (https). Відповіді зберігаються лише в цьому браузері, а нотатники не можуть відкривати файли: заняття 7 і розкид відповідей класу не працюють. Усе інше працює.",
    workers:
      "Цей браузер не дозволяє цьому сайту працювати у фоні, як-от у деяких приватних вікнах. Відповіді зберігаються лише в цьому браузері, а нотатники не можуть відкривати файли: заняття 7 і розкид відповідей класу не працюють. Усе інше працює.",
    disk: "Лабораторія не працює від подвійного клацання: Python потрібен вебсервер. Кейси, заняття, поради й друк відкриваються без нього.",
    front: "На головну сторінку",
    fresh: "Щось зламалося: почати заново",
    fresh_title: "Почати заново",
    fresh_about:
      "Повертає кожен нотатник до початкового вигляду, разом із розташуванням. Спершу закрийте інші вкладки з нотатниками. Ваші відповіді залишаться, якщо не видалите їх тут.",
    fresh_answers: "Ваші відповіді",
    fresh_count: "Відповіді в цьому браузері, за кейсом і місцем:",
    fresh_none: "У цьому браузері немає відповідей.",
    fresh_save: "Зберегти відповіді у файли",
    fresh_saved: "Збережено. Погляньте в теку завантажень.",
    fresh_notebooks: "Нотатники",
    fresh_reset: "Повернути нотатники",
    fresh_done: "Нотатники такі, як були. Ваші відповіді на місці.",
    fresh_delete: "Видалити й мої відповіді",
    fresh_really: "Видалити мої відповіді назавжди",
    fresh_deleted: "Ваші відповіді видалено.",
    fresh_blocked: "Цей браузер нічого не зберігає для цього сайту, тож кожне відвідування починається заново.",
    back: "Назад до нотатників",
  },
};

// The language of the page that led here, if it says one, or else the first of the reader's that there is.
(function () {
  var said = window.whosaysSaid;
  var asked = (/[?&]lang=([a-z]+)/.exec(location.search) || [])[1];
  var wanted = [asked].concat(navigator.languages || [navigator.language]).map(function (tag) {
    return String(tag).split("-")[0];
  });
  var known = wanted.filter(function (tag) {
    return Object.prototype.hasOwnProperty.call(said, tag);
  });
  window.whosaysLanguage = known[0] || "en";
  window.whosaysWords = said[window.whosaysLanguage];
  window.whosaysFront = (window.whosaysLanguage === "en" ? "" : window.whosaysLanguage + "/") + "index.html"; // of the site
  window.whosaysAsked = said[asked] ? "?lang=" + asked : ""; // goes on to the next page
})();
