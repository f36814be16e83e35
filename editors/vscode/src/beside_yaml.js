/** Peace with the extension for YAML: in the files of a plan it offers and finds nothing that jfp does. */
import { extensions, languages, Uri } from "vscode";
import { isOfPlan } from "./plans.js";

const NAME = "jfp"; // of the scheme too, by which the extension asks for what stands behind it
const NOTHING = `${NAME}://schema/nothing`;
const NO_YAML = "JFP003";
const TWICE = "JFP004";
let isAsked = false;

/**
 * Answer the extension for YAML, where there is one, what schema each file has: those of plans have an empty one while
 * `isServed` says so, and before and after that whatever the user's settings say. Nothing is written to these.
 */
export async function giveWay(isServed) {
    const yaml = extensions.getExtension("redhat.vscode-yaml");
    if (!yaml || isAsked) return;
    const other = await yaml.activate();
    if (isAsked || typeof other?.registerContributor !== "function") return;
    isAsked = true;
    const schemaOf = (uri) => (isServed() && isOfPlan(Uri.parse(uri).fsPath) ? NOTHING : undefined);
    other.registerContributor(NAME, schemaOf, (uri) => (uri === NOTHING ? "{}" : undefined));
}

/** The findings that nobody else has: that a text is no YAML, or has a key twice, is found by every reader of YAML. */
export class Findings {
    constructor() {
        this.all = new Map();
    }

    /** What to show of a file for which these were found. */
    of(uri, found) {
        this.all.set(uri.toString(), found);
        return withoutTwice(found, othersOf(uri));
    }

    /** Show those anew of which another extension changed its mind. */
    renew(uris, collection) {
        for (const uri of uris) {
            const found = this.all.get(uri.toString());
            const shown = found && collection.get(uri);
            if (!shown) continue;
            const now = withoutTwice(found, othersOf(uri));
            if (now.length !== shown.length) collection.set(uri, now);
        }
    }
}

function othersOf(uri) {
    return languages.getDiagnostics(uri).filter((one) => one.source === "YAML");
}

function withoutTwice(found, others) {
    if (!others.length) return found;
    const lines = new Set(others.map((one) => one.range.start.line));
    return found.filter((one) => one.code !== NO_YAML && (one.code !== TWICE || !lines.has(one.range.start.line)));
}
