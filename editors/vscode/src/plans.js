/** Which files are of a plan: those below a folder that holds a plan.yaml. */
import fs from "node:fs";
import path from "node:path";

export const PLAN_FILE = "plan.yaml";

export function isOfPlan(file) {
    if (!/\.ya?ml$/i.test(file)) return false;
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        if (fs.existsSync(path.join(folder, PLAN_FILE))) return true;
        if (folder === path.dirname(folder)) return false;
    }
}
