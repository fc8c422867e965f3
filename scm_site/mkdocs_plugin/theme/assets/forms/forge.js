/* Addresses that take a file to where it is handed in: a page of the forge, or a mail. */

const LONGEST_MAIL = 1900;

/* The forge's page on which a new file is proposed. The text goes along where the forge takes it and it fits. */
export const makeNewFileAddress = (forge, path, text) => {
  const address = forge.newFile + encodeURIComponent(path);
  const filled = forge.textField ? `${address}&${forge.textField}=${encodeURIComponent(text)}` : "";
  const isFilled = filled !== "" && filled.length <= forge.longest;
  return { address: isFilled ? filled : address, isFilled };
};

export const makeEditAddress = (forge, path) => forge.edit + path.split("/").map(encodeURIComponent).join("/");

/* Programs for mail cut longer addresses; then the file is attached. */
export const makeMailAddress = (mailbox, path, text, before) => {
  const start = `mailto:${mailbox}?subject=${encodeURIComponent(path)}&body=`, instead = before ? `, which takes the place of ${before}` : "";
  const whole = start + encodeURIComponent(`The file ${path}${instead}:\n\n${text}`.replaceAll("\n", "\r\n"));
  return whole.length <= LONGEST_MAIL ? whole : start + encodeURIComponent(`Attached is the file ${path}${instead}. (Please attach the file that you downloaded.)`);
};
