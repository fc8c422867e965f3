/* The forge's page on which a new file is proposed. The text goes along where the forge takes it and it fits. */

export const makeNewFileAddress = (forge, path, text) => {
  if (!forge.newFile) return { address: "", isFilled: false };
  const address = forge.newFile + encodeURIComponent(path);
  const filled = forge.textField ? `${address}&${forge.textField}=${encodeURIComponent(text)}` : "";
  const isFilled = filled !== "" && filled.length <= forge.longest;
  return { address: isFilled ? filled : address, isFilled };
};

export const makeEditAddress = (forge, path) => (forge.edit ? forge.edit + path.split("/").map(encodeURIComponent).join("/") : "");
