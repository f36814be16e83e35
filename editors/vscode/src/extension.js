/** Starts `jfp lsp` where a plan is, and says in a sentence what is missing where it cannot. */
import { spawn } from "node:child_process";
import os from "node:os";
import { commands, languages, window, workspace } from "vscode";
import { LanguageClient, State } from "vscode-languageclient/node";
import { Findings, giveWay } from "./beside_yaml.js";
import { commandOf, reasonAgainst } from "./command.js";
import { isOfPlan, PLAN_FILE } from "./plans.js";

const AGAIN = "Try again";
const SETTINGS = "Open settings";
let client; // undefined while nobody needs one, null while it is being started and where it could not be
let starting = Promise.resolve();
let output;
let findings;

export async function activate(context) {
    output = window.createOutputChannel("jfp", { log: true });
    context.subscriptions.push(
        output,
        commands.registerCommand("jfp.restart", restart),
        languages.onDidChangeDiagnostics(({ uris }) => client?.diagnostics && findings.renew(uris, client.diagnostics)),
        workspace.onDidGrantWorkspaceTrust(() => client !== undefined && restart()),
        workspace.onDidOpenTextDocument((document) => isPlanOpen([document]) && begin()),
        workspace.onDidChangeConfiguration(
            (changed) => client !== undefined && changed.affectsConfiguration("jfp.path") && restart(),
        ),
    );
    if (isPlanOpen(workspace.textDocuments) || (await workspace.findFiles(`**/${PLAN_FILE}`, undefined, 1)).length)
        begin();
    await starting;
}

export async function deactivate() {
    await starting;
    await end();
}

function isPlanOpen(documents) {
    return documents.some(
        ({ languageId, uri }) => languageId === "yaml" && uri.scheme === "file" && isOfPlan(uri.fsPath),
    );
}

/** Start the server, unless it runs or is being started. */
function begin() {
    if (client !== undefined) return;
    client = null;
    starting = starting.then(start);
}

function restart() {
    starting = starting.then(end).then(start);
    return starting;
}

async function end() {
    const ending = client;
    client = null; // another one may be on its way, beside which none is to begin
    await ending?.dispose();
}

async function start() {
    const folders = (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file")
        .map(({ uri }) => uri.fsPath);
    const setting = workspace.getConfiguration("jfp").get("path", "").trim();
    try {
        const command = commandOf(setting, folders, workspace.isTrusted);
        const reason = await reasonAgainst(command);
        if (reason) throw new Error(reason);
        output.info(`starting ${command}`);
        client = await serving(command);
    } catch (error) {
        client = null; // so that the same sentence does not come with every file that is opened
        tell(error.message);
    }
}

async function serving(command) {
    findings = new Findings();
    const made = new LanguageClient("jfp", "jfp", () => running(command), {
        documentSelector: [{ scheme: "file", language: "yaml" }],
        outputChannel: output,
        middleware: {
            handleDiagnostics: (uri, found, show) => show(uri, findings.of(uri, found)),
        },
    });
    try {
        await made.start();
    } catch (error) {
        await made.dispose().catch(() => {});
        throw error;
    }
    await giveWay(() => client?.state === State.Running);
    return made;
}

function running(command) {
    return new Promise((started, failed) => {
        // The folder that is open is no place to run in: what lies there could be taken for a part of Python.
        const server = spawn(command, ["lsp", "--stdio"], { cwd: os.homedir(), windowsHide: true });
        server.once("spawn", () => started(server)).once("error", failed);
    });
}

async function tell(sentence) {
    output.warn(sentence);
    const chosen = await window.showWarningMessage(sentence, AGAIN, SETTINGS);
    if (chosen === AGAIN) restart();
    if (chosen === SETTINGS) commands.executeCommand("workbench.action.openSettings", "jfp.path");
}
