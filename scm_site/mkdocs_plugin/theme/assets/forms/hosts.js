/* Hosts that the words of a link show, and whether the link leads there (scm_site/checks/shown_hosts.py does the same). */

import { fold } from "./folding.js";
import { form } from "./page.js";

const { within, whole, fileEnds } = form.hosts;
const WITHIN = new RegExp(within, "gu"), FIRST = new RegExp(`^(?:${within})`, "u"), WHOLE = new RegExp(`^(?:${whole})$`, "u");

/* A host as addresses have it, without a port and without `www.`. */
const cleanHost = (shown) => {
  const host = shown.toLowerCase().replace(/:[0-9]*$/u, "").replace(/[.,;:!"'”»]+$/u, "").replace(/^www\./u, "");
  return host.split(".").map((part) => (/^[\x00-\x7f]*$/u.test(part) ? part : writeInAscii(part))).join(".");
};

const writeInAscii = (part) => {
  try {
    return new URL(`https://${part}.example/`).hostname.replace(/\.example$/u, "");
  } catch { return part; }
};

/* Each host in the words of a link that the link does not lead to, nor to a part of it. */
export const findFalseHosts = (words, address) => {
  const folded = fold(words).trim(), found = WHOLE.exec(folded);
  const hosts = [...folded.matchAll(WITHIN)].map(([, host]) => cleanHost(host));
  if (found && !FIRST.test(folded) && !fileEnds.includes(found[1].split(".").pop().toLowerCase())) hosts.push(cleanHost(found[1]));
  const target = /^https?:\/\/(?<host>[^/?#]*)/u.exec(address.toLowerCase())?.groups.host, host = target === undefined ? "" : cleanHost(target);
  return address ? hosts.filter((shown) => host !== shown && !host.endsWith(`.${shown}`)) : [];
};
