/* Rules on outcomes and their files (scm_site/checks/outcome_rules.py, outcome_file_rules.py). */

import { quote } from "../sentences.js";
import { isAfter } from "./days.js";

export const O003 = ({ data: { delivered }, group: { launch }, say }) => (isAfter(launch, delivered) ? [[
  ["delivered"], say("O003", { what: say("O003 delivered"), day: delivered, before: say("O003 launch"), earlier: launch }),
]] : []);

export const O004 = ({ data: { final, format }, group: { finalFormat: agreed }, say }) => (
  final && format && agreed && format !== agreed ? [[["format"], say("O004", { format, agreed })]] : []
);

/* A file that is named is not there yet: it can be added on the pull request, so that this does not stop the form. */
export const O005 = ({ data: { files = [] }, say }) => files.flatMap(({ file, address, title = "" }, index) => {
  const values = { number: index + 1, title: quote(title) }, fix = "Give one of the two: the address, or the name of a file that you add.";
  if (file && address) return [[["files", index], say("O005 both", values), { fix }]];
  if (!file && !address) return [[["files", index], say("O005 neither", values), { fix }]];
  const at = ["files", index, "file"];
  if (file && files.slice(0, index).some((earlier) => earlier.file === file)) {
    return [[at, say("O005 twice", { file }), { fix: "Take one of the two entries out." }]];
  }
  return file ? [[at, say("O005", { file }), { isWarning: true }]] : [];
});

/* The type of a file elsewhere, by the end of its address; a web page has none. */
const findType = (address, types) => {
  const path = address.replace(/^\w+:\/\/[^/?#]*/u, "").replace(/[?#].*$/su, "").replace(/(?:\/\.?)+$/u, "");
  return types[/[^/](?<end>\.[^./]+)$/u.exec(path.toLowerCase())?.groups.end];
};

export const O012 = ({ data: { files = [] }, known: { fileTypes }, say }) => files.flatMap(({ address = "", sha256 }, index) => {
  const type = findType(address, fileTypes);
  return type && !sha256 ? [[["files", index, "sha256"], say("O012", { address: quote(address), type })]] : [];
});
