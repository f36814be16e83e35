// Makes the extension one file, in the folder that is given or else in dist/, with the licences of what is in it.
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";

const folder = process.argv[2] ?? "dist";
const made = await build({
    entryPoints: ["src/extension.js"],
    outfile: path.join(folder, "extension.js"),
    bundle: true,
    external: ["vscode"],
    format: "cjs",
    platform: "node",
    target: "node20",
    minify: true,
    metafile: true,
    logLevel: "warning",
});
const packages = new Set(
    Object.keys(made.metafile.inputs).map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]),
);
packages.delete(undefined);
const texts = [...packages].sort().map((home) => {
    const licence = fs.readdirSync(home).find((name) => /^licen[cs]e/i.test(name));
    if (!licence) throw new Error(`${home} has no licence`);
    return `${home.replace("node_modules/", "")}\n\n${fs.readFileSync(path.join(home, licence), "utf8").trim()}\n`;
});
fs.writeFileSync(path.join(folder, "licences.txt"), texts.join("\n---\n\n"));
