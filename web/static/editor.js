// The query field becomes the editor Yasqe: colours, completion, errors as one writes. Without it the field works as it is.

const area = document.getElementById("query");

// Completion from the graph's own description of itself, never from another site.
function completer(name, isPlace, known) {
  return {
    name,
    bulk: true,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition: isPlace,
    get: () => known.map(([iri]) => iri),
    preProcessToken: (editor, token) => ({ ...token, autocompletionString: expanded(token.string, editor.getPrefixesFromQuery()) }),
    postProcessSuggestion: (editor, token, iri) => shortened(iri, editor.getPrefixesFromQuery()),
    postprocessHints: (editor, hints) => hints.map((hint) => ({ ...hint, displayText: told(hint.text, editor.getPrefixesFromQuery(), known) })),
  };
}

function expanded(text, prefixes) {
  const [prefix, ...rest] = text.split(":");
  return rest.length && prefixes[prefix] ? prefixes[prefix] + rest.join(":") : text.replace(/^<|>$/g, "");
}

function shortened(iri, prefixes) {
  const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
}

function told(text, prefixes, known) {
  const found = known.find(([iri]) => shortened(iri, prefixes) === text || `<${iri}>` === text);
  return found ? `${text} (${found[1]})` : text;
}

const before = (editor) => {
  const at = editor.getDoc().getCursor();
  return editor.getPreviousNonWsToken(at.line, editor.getCompleteToken())?.string;
};
const isClass = (editor) => ["a", "rdf:type"].includes(before(editor));
const isProperty = (editor) => {
  const token = editor.getCompleteToken();
  return token.string !== "" && !token.string.startsWith("?") && !isClass(editor) && token.state?.possibleCurrent?.includes("a");
};

function edit() {
  const { classes, properties } = JSON.parse(area.dataset.terms);
  const { Yasqe } = window;
  // The others would ask another site for names.
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.registerAutocompleter(completer("classes", isClass, classes));
  Yasqe.registerAutocompleter(completer("properties", isProperty, properties));
  const place = document.createElement("div");
  place.className = "editor";
  area.before(place);
  const editor = new Yasqe(place, {
    value: area.value,
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    lineWrapping: true,
    viewportMargin: Infinity,
    // Tab leaves the field, so that the keyboard is never caught in it.
    extraKeys: { ...Yasqe.defaults.extraKeys, Tab: false, "Shift-Tab": false, "Ctrl-Enter": () => area.form.requestSubmit(), "Cmd-Enter": () => area.form.requestSubmit() },
  });
  const field = editor.getInputField();
  field.setAttribute("aria-labelledby", "query-label");
  field.setAttribute("aria-describedby", area.getAttribute("aria-describedby"));
  editor.on("change", () => { area.value = editor.getValue(); });
  area.form.addEventListener("submit", () => { area.value = editor.getValue(); });
  area.hidden = true;
  area.dataset.edited = "true";
}

if (area && window.Yasqe) edit();

// A long query says that it runs, and how long it may.
const runs = document.getElementById("query-runs");
area?.form.addEventListener("submit", () => { setTimeout(() => { runs.textContent = runs.dataset.runs; }, 400); });
window.addEventListener("pageshow", () => { if (runs) runs.textContent = ""; });
