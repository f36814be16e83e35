/** Which jfp is run, and whether it can be. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const INSTALL = 'uv tool install "jfp-cli[editor]"';
const WINDOWS = process.platform === "win32";
const NAME = WINDOWS ? "jfp.exe" : "jfp";
const PROGRAMS = WINDOWS ? "Scripts" : "bin";

/**
 * The path of jfp: as a setting has it, else the workspace's own, else the first of those that a terminal looks for.
 *
 * Without trust nothing below the workspace is taken, not even where a terminal would look there. What is missing is
 * thrown as a sentence that says what to do.
 */
export function commandOf(setting, folders, isTrusted, environment = process.env) {
    if (setting) {
        const named = setting.replace(/^~(?=[/\\]|$)/, os.homedir());
        if (path.isAbsolute(named) && isFile(named)) return named;
        throw new Error(
            `The setting jfp.path names ${setting}, which is not the whole path of a file; write that, or nothing.`,
        );
    }
    const own = folders.map((folder) => path.join(folder, ".venv", PROGRAMS, NAME)).find(isFile);
    if (own && isTrusted) return own;
    const places = (environment.PATH ?? environment.Path ?? "").split(path.delimiter).filter(path.isAbsolute);
    const found = places
        .map((place) => path.join(place, NAME))
        .find((file) => isFile(file) && (isTrusted || !isBelow(file, folders)));
    if (found) return found;
    if (own)
        throw new Error("This workspace has a jfp of its own, which checks the plan once you trust the workspace.");
    throw new Error(`To have the plan checked as you type, install jfp: type ${INSTALL} in a terminal.`);
}

/** Why a jfp cannot serve an editor, in its own words; nothing where it can. */
export function reasonAgainst(command) {
    return new Promise((answer) => {
        // Nothing to read makes the server end at once; where a part of it is missing it says so.
        const asked = execFile(
            command,
            ["lsp"],
            { cwd: os.homedir(), windowsHide: true, timeout: 20_000 },
            (error, _, said) => {
                answer(error ? said.trim().split("\n").pop() || error.message : "");
            },
        );
        asked.stdin?.on("error", () => {}).end();
    });
}

function isFile(file) {
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isBelow(file, folders) {
    const real = [file, fs.realpathSync(file)];
    return folders.some((folder) =>
        [folder, fs.existsSync(folder) ? fs.realpathSync(folder) : folder].some((top) =>
            real.some((one) => !path.relative(top, one).startsWith("..") && !path.isAbsolute(path.relative(top, one))),
        ),
    );
}
