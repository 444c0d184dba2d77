// The field where a journey is written: CodeMirror where the package that ships it is installed, and
// else the plain field that the page came with. Both answer to the same few names.

/** text(), put(words), show(problems), go(line, column), focus(). */
export async function editor({ holder, field, address, nonce, label, phrases, changed }) {
  if (address) {
    try {
      return await code(await import(address), { holder, field, nonce, label, phrases, changed });
    } catch (error) {
      console.warn("reise: no code editor, plain field instead", error);
    }
  }
  return plain(field, changed);
}

function plain(field, changed) {
  field.addEventListener("input", changed);
  const start = (line) => field.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  return {
    text: () => field.value,
    put(words) {
      field.value = words;
      changed();
    },
    show() {},
    go(line, column) {
      const at = start(line) + Math.max(column - 1, 0);
      field.focus();
      field.setSelectionRange(at, at);
      field.scrollTop = (line - 4) * parseFloat(getComputedStyle(field).lineHeight);
    },
    focus: () => field.focus(),
  };
}

async function code(CM, { holder, field, nonce, label, phrases, changed }) {
  const { Decoration, EditorState, EditorView, StateEffect, StateField, WidgetType } = CM;

  class Beside extends WidgetType {
    constructor(problem) {
      super();
      this.problem = problem;
    }
    eq(other) {
      return JSON.stringify(other.problem) === JSON.stringify(this.problem);
    }
    toDOM() {
      const { code, fact, hint, sort } = this.problem;
      const made = document.createElement("div");
      made.className = `beside ${sort}`;
      const first = document.createElement("div");
      const name = document.createElement("b");
      name.textContent = code;
      first.append(name, ` ${fact}`);
      made.append(first);
      if (hint) {
        const second = document.createElement("div");
        second.textContent = `→ ${hint}`;
        made.append(second);
      }
      return made;
    }
    ignoreEvent() {
      return false;
    }
  }

  const found = StateEffect.define();
  const marks = StateField.define({
    create: () => Decoration.none,
    update(set, change) {
      set = set.map(change.changes);
      for (const effect of change.effects) if (effect.is(found)) set = drawn(change.state.doc, effect.value);
      return set;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

  function place(doc, line, column) {
    const there = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(there.from + Math.max(column - 1, 0), there.to);
  }

  function drawn(doc, problems) {
    const made = [];
    for (const each of problems) {
      if (!each.line) continue;
      const from = place(doc, each.line, each.column);
      const line = doc.lineAt(from);
      const to = each.endLine === each.line ? Math.max(place(doc, each.endLine, each.endColumn), from) : line.to;
      made.push(Decoration.line({ class: `line-${each.sort}` }).range(line.from));
      if (to > from) made.push(Decoration.mark({ class: each.sort }).range(from, to));
      made.push(Decoration.widget({ widget: new Beside(each), block: true, side: 1 }).range(line.to));
    }
    return Decoration.set(made, true);
  }

  // The colours are in our own style sheet, for light and for dark; a tag is named as it calls itself.
  const tags = CM.defaultHighlightStyle.specs.flatMap((each) => each.tag);
  const colours = CM.HighlightStyle.define(
    tags.map((tag) => ({ tag, class: `is-${String(tag).replace(/\W+/g, "-")}` })),
  );
  const yaml = await CM.languages.find((each) => each.name === "YAML").load();
  const view = new EditorView({
    parent: holder,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorState.phrases.of(phrases),
        CM.Prec.highest(CM.syntaxHighlighting(colours)),
        CM.basicSetup,
        CM.indentUnit.of("  "),
        EditorView.lineWrapping,
        yaml,
        marks,
        EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": "keys", spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    }),
  });
  field.hidden = true;
  return {
    text: () => view.state.doc.toString(),
    put(words) {
      const before = view.state.doc.toString();
      if (words === before) return;
      // Only what differs is put in place, so that the cursor stays where it is.
      let start = 0;
      const shorter = Math.min(words.length, before.length);
      while (start < shorter && words[start] === before[start]) start += 1;
      let end = 0;
      while (end < shorter - start && words.at(-1 - end) === before.at(-1 - end)) end += 1;
      const insert = words.slice(start, words.length - end);
      view.dispatch({ changes: { from: start, to: before.length - end, insert } });
    },
    show: (problems) => view.dispatch({ effects: found.of(problems) }),
    go(line, column) {
      const at = place(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
  };
}
