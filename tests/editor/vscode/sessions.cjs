// What a test does in an editor with the extension in it; each session prints what came of it as JSON.
"use strict";
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const stub = require("./stub.cjs");

const [bundle, session, told] = process.argv.slice(2);
const given = JSON.parse(told);
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? stub.vscode : load(name, ...rest));

async function until(is) {
    for (let tries = 0; tries < 600; tries += 1) {
        const answer = is();
        if (answer) return answer;
        await sleep(50);
    }
    throw new Error(`it did not come about: ${is}`);
}

async function started(options) {
    const editor = stub.editor({ ...given, ...options });
    const extension = require(bundle);
    await extension.activate({ subscriptions: [] });
    return { editor, extension };
}

/** The extension for YAML, as far as others can speak with it. */
function yamlExtension() {
    const told = {};
    const registerContributor = (name, schemaOf, contentOf) => Object.assign(told, { name, schemaOf, contentOf });
    return { told, activate: async () => ({ registerContributor }) };
}

const sessions = {
    async findings() {
        const { editor, extension } = await started({});
        const file = path.join(given.folder, "plan/milestones/planned-care.yaml");
        const text = fs.readFileSync(file, "utf8");
        const { document, type } = editor.open(file, text);
        await until(() => editor.shown(file));
        type(text.replace("due: March 2027", "due: Septmber 2027"));
        const found = await until(() => editor.shown(file)?.find(({ message }) => message.includes("Septmber")));
        const offering = editor.calls.filter(([name]) => name === "languages.registerCompletionItemProvider");
        await extension.deactivate();
        return {
            message: found.message,
            line: found.range.start.line,
            code: found.code,
            source: found.source,
            language: document.languageId,
            offering: offering.map(([, selector]) => selector),
            sentences: editor.sentences,
        };
    },
    async beside() {
        const yaml = yamlExtension();
        const { editor, extension } = await started({ yaml });
        const file = path.join(given.folder, "plan/milestones/planned-care.yaml");
        const text = fs.readFileSync(file, "utf8");
        const { type } = editor.open(file, text);
        await until(() => editor.shown(file));
        const uriOf = (name) => stub.vscode.Uri.file(path.join(given.folder, name)).toString();
        const { name, schemaOf, contentOf } = yaml.told;
        const schema = schemaOf(uriOf("plan/milestones/planned-care.yaml"));
        const answers = { name, schema, content: contentOf(schema), other: schemaOf(uriOf("compose.yaml")) };
        type(`${text}\n  [\n`);
        await until(() => editor.shown(file).some(({ code }) => code === "JFP003"));
        editor.foundElsewhere(file, [1]);
        answers.whileTheirs = editor.shown(file).map(({ code }) => code);
        type(`${text}\n  [ \n`);
        await sleep(1500);
        answers.afterTyping = editor.shown(file).map(({ code }) => code);
        editor.foundElsewhere(file, []);
        answers.afterTheirs = editor.shown(file).map(({ code }) => code);
        await extension.deactivate();
        answers.afterwards = schemaOf(uriOf("plan/plan.yaml"));
        return answers;
    },
    async trust() {
        const { editor, extension } = await started({ isTrusted: false });
        const before = { sentences: [...editor.sentences], ran: fs.existsSync(given.marker) };
        editor.workspace.isTrusted = true;
        editor.happened.trusted.fire();
        await until(() => fs.existsSync(given.marker));
        await extension.deactivate();
        return before;
    },
    async nothing() {
        const { editor, extension } = await started({});
        editor.open(path.join(given.folder, "compose.yaml"), "a: 1\n");
        const commands = [...editor.commands.keys()];
        await extension.deactivate();
        return { commands, sentences: editor.sentences };
    },
    async sentence() {
        const { editor, extension } = await started({});
        editor.open(path.join(given.folder, "plan/plan.yaml"), "title: x\n");
        await extension.deactivate();
        return { sentences: editor.sentences };
    },
};

sessions[session]().then(
    (answer) => {
        process.stdout.write(JSON.stringify(answer));
        process.exit(0);
    },
    (error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
    },
);
