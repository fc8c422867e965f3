/* Addresses that take a file to where it is handed in: a page of the forge, or a mail. */

const LONGEST_MAIL = 1900;

/* The forge's page on which a new file is proposed. The text goes along where the forge takes it and it fits. */
export const makeNewFileAddress = (forge, path, text) => {
  const address = forge.newFile + encodeURIComponent(path);
  const filled = forge.textField ? `${address}&${forge.textField}=${encodeURIComponent(text)}` : "";
  const isFilled = filled !== "" && filled.length <= forge.longest;
  return { address: isFilled ? filled : address, isFilled };
};

/* Programs for mail cut longer addresses; then the file is attached. */
export const makeMailAddress = (mailbox, path, text) => {
  const start = `mailto:${mailbox}?subject=${encodeURIComponent(path)}&body=`;
  const whole = start + encodeURIComponent(`The file ${path}:\n\n${text}`.replaceAll("\n", "\r\n"));
  return whole.length <= LONGEST_MAIL ? whole : start + encodeURIComponent(`Attached is the file ${path}. (Please attach the file that you downloaded.)`);
};
