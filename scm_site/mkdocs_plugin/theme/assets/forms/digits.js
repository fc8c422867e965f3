/* Numbers in digits, never with an exponent: as a record has them, and as people read them (scm_site/digits.py). */

const GAP = "\u202f";

export const writeNumber = (value) => value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 21 });

export const partThousands = (value) => {
  const [whole, ...rest] = writeNumber(value).split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, GAP), ...rest].join(".");
};
