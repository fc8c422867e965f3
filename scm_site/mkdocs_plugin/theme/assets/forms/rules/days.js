/* Days as records write them: texts that sort as the days do. */

const FORM = /^\d{4}-\d\d-\d\d$/u;
const begin = (day) => new Date(`${day}T00:00:00Z`);

/* The day on which somebody sits at the form: that of their own clock, not that of UTC. */
export const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

export const isDay = (text) => {
  if (!FORM.test(text ?? "") || Number.isNaN(begin(text).getTime())) return false;
  return begin(text).toISOString().startsWith(text);
};

/* Whether both are days, and the one comes after the other. What is not known is not compared. */
export const isAfter = (one, other) => isDay(one) && isDay(other) && one > other;

export const countDays = (from, to) => Math.round((begin(to) - begin(from)) / 86400000);

export const addDays = (day, number) => new Date(begin(day).getTime() + number * 86400000).toISOString().slice(0, 10);
