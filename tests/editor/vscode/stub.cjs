// As much of VS Code's API as the extension and its language client call, with a window that nobody sees.
"use strict";
const { EventEmitter: Emitter } = require("node:events");
const fs = require("node:fs");
const path = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");

class Disposable {
    constructor(end = () => {}) {
        this.end = end;
    }
    dispose() {
        this.end();
    }
}
class Event {
    constructor() {
        this.emitter = new Emitter().setMaxListeners(0);
        this.event = (listener, self) => {
            const heard = (value) => listener.call(self, value);
            this.emitter.on("fired", heard);
            return new Disposable(() => this.emitter.off("fired", heard));
        };
    }
    fire(value) {
        this.emitter.emit("fired", value);
    }
    dispose() {
        this.emitter.removeAllListeners();
    }
}
class CancellationTokenSource {
    constructor() {
        this.ended = new Event();
        this.token = { isCancellationRequested: false, onCancellationRequested: this.ended.event };
    }
    cancel() {
        this.token.isCancellationRequested = true;
        this.ended.fire();
    }
    dispose() {}
}
class Uri {
    constructor(text) {
        this.text = text;
    }
    static parse(text) {
        return new Uri(text);
    }
    static file(name) {
        return new Uri(pathToFileURL(name).href);
    }
    get scheme() {
        return this.text.split(":")[0];
    }
    get fsPath() {
        return fileURLToPath(this.text);
    }
    get path() {
        return new URL(this.text).pathname;
    }
    toString() {
        return this.text;
    }
}
class Position {
    constructor(line, character) {
        Object.assign(this, { line, character });
    }
}
class Range {
    constructor(...at) {
        [this.start, this.end] = at.length === 4 ? [new Position(at[0], at[1]), new Position(at[2], at[3])] : at;
    }
}
class Diagnostic {
    constructor(range, message, severity) {
        Object.assign(this, { range, message, severity });
    }
}
const NEVER = () => new Disposable();

/** A namespace: what is given, and for every other name a listener that hears nothing or a call that is remembered. */
function space(name, given, calls) {
    return new Proxy(given, {
        get(known, key) {
            if (key in known || typeof key === "symbol") return known[key];
            if (String(key).startsWith("onDid") || String(key).startsWith("onWill")) return NEVER;
            return (...told) => {
                calls.push([`${name}.${String(key)}`, ...told]);
                return new Disposable();
            };
        },
    });
}

/** An editor that has a folder open, with the texts and settings that a test gives it. */
exports.editor = function editor({ folder, settings = {}, isTrusted = true, yaml }) {
    const calls = [];
    const happened = Object.fromEntries(
        ["opened", "changed", "closed", "configured", "trusted", "found"].map((name) => [name, new Event()]),
    );
    const sentences = [];
    const collections = new Map();
    const others = new Map(); // the findings of other extensions
    const documents = [];
    const commands = new Map();

    const workspace = space(
        "workspace",
        {
            isTrusted,
            textDocuments: documents,
            workspaceFolders: [{ uri: Uri.file(folder), name: "plan", index: 0 }],
            getConfiguration: (section) => ({
                get: (key, otherwise) => settings[section ? `${section}.${key}` : key] ?? otherwise,
                has: () => false,
                inspect: () => undefined,
            }),
            findFiles: async () =>
                fs
                    .readdirSync(folder, { recursive: true })
                    .filter((name) => path.basename(name) === "plan.yaml")
                    .map((name) => Uri.file(path.join(folder, name))),
            getWorkspaceFolder: () => workspace.workspaceFolders[0],
            onDidOpenTextDocument: happened.opened.event,
            onDidChangeTextDocument: happened.changed.event,
            onDidCloseTextDocument: happened.closed.event,
            onDidChangeConfiguration: happened.configured.event,
            onDidGrantWorkspaceTrust: happened.trusted.event,
            createFileSystemWatcher: () => ({
                onDidCreate: NEVER,
                onDidChange: NEVER,
                onDidDelete: NEVER,
                dispose() {},
            }),
            notebookDocuments: [],
        },
        calls,
    );
    const window = space(
        "window",
        {
            createOutputChannel: () =>
                new Proxy(
                    {},
                    { get: (_, key) => (key === "logLevel" ? 3 : key === "onDidChangeLogLevel" ? NEVER : () => {}) },
                ),
            showWarningMessage: async (sentence) => {
                sentences.push(sentence);
            },
            showErrorMessage: async (sentence) => {
                sentences.push(`error: ${sentence}`);
            },
            visibleTextEditors: [],
            tabGroups: { all: [], onDidChangeTabs: NEVER, onDidChangeTabGroups: NEVER },
        },
        calls,
    );
    const languages = space(
        "languages",
        {
            match: () => 10,
            createDiagnosticCollection: (name) => {
                const held = new Map();
                const collection = {
                    set(uri, found) {
                        held.set(uri.toString(), found);
                        happened.found.fire({ uris: [uri] });
                    },
                    get: (uri) => held.get(uri.toString()),
                    delete: (uri) => held.delete(uri.toString()),
                    clear: () => held.clear(),
                    dispose: () => held.clear(),
                };
                collections.set(name, collection);
                return collection;
            },
            getDiagnostics: (uri) => [
                ...[...collections.values()].flatMap((one) => one.get(uri) ?? []),
                ...(others.get(uri.toString()) ?? []),
            ],
            onDidChangeDiagnostics: happened.found.event,
        },
        calls,
    );
    const enumeration = new Proxy({}, { get: (_, key) => String(key) });
    const api = {
        version: "1.106.0",
        Disposable,
        EventEmitter: Event,
        CancellationTokenSource,
        Uri,
        Position,
        Range,
        Diagnostic,
        workspace,
        window,
        languages,
        commands: {
            registerCommand: (name, does) => {
                commands.set(name, does);
                return new Disposable(() => commands.delete(name));
            },
            executeCommand: async () => {},
        },
        extensions: { getExtension: (name) => (name === "redhat.vscode-yaml" ? yaml : undefined) },
        env: { appName: "stub", language: "en", onDidChangeTelemetryEnabled: NEVER },
        DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
        LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
        CancellationError: class extends Error {},
        CodeActionKind: { Empty: { append: (value) => ({ value }) } },
        l10n: { t: (text) => text },
    };
    // Every other name is a class that can be built upon and whose members are their names, as those of an enumeration are.
    exports.vscode = new Proxy(api, {
        get(known, key) {
            if (key in known || typeof key === "symbol") return known[key];
            return (known[key] = Object.assign(class {}, { __proto__: enumeration }));
        },
    });

    function open(file, text, languageId = "yaml") {
        const document = {
            uri: Uri.file(file),
            fileName: file,
            languageId,
            version: 1,
            isClosed: false,
            isDirty: false,
            eol: 1,
            getText: () => text,
            lineCount: text.split("\n").length,
        };
        documents.push(document);
        happened.opened.fire(document);
        return {
            document,
            type(after) {
                text = after;
                document.version += 1;
                happened.changed.fire({ document, contentChanges: [{ text }], reason: undefined });
            },
        };
    }
    function foundElsewhere(file, found) {
        const uri = Uri.file(file);
        others.set(
            uri.toString(),
            found.map((line) =>
                Object.assign(new Diagnostic(new Range(line, 0, line, 1), "theirs", 0), { source: "YAML" }),
            ),
        );
        happened.found.fire({ uris: [uri] });
    }
    const shown = (file) => collections.get("jfp")?.get(Uri.file(file));
    return { api, calls, happened, sentences, commands, settings, workspace, open, foundElsewhere, shown };
};
