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

export const writeDay = (day) => new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
}).format(begin(day));

/* How many hours the clocks of a place are ahead of UTC at an instant. */
const countHoursAhead = (instant, timeZone) => {
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).formatToParts(instant);
  const { year, month, day, hour, minute } = Object.fromEntries(shown.map(({ type, value }) => [type, Number(value)]));
  return (Date.UTC(year, month - 1, day, hour, minute) - instant) / 3600000;
};

/* The letters that hold where clocks go by the given ones in a part of the year, and the time that clocks show then. */
export const readClocks = (day, clock, letters, zones) => {
  const instant = new Date(begin(day).getTime() + Date.parse(`1970-01-01T${clock}:00Z`) - zones[letters].hours * 3600000);
  const names = zones[letters].places.flatMap((place) => Object.keys(zones).filter((name) => (
    zones[name].places.includes(place) && zones[name].hours === countHoursAhead(instant, place)
  )));
  const shown = names.length && new Date(instant.getTime() + zones[names[0]].hours * 3600000).toISOString().slice(11, 16);
  return { names: [...new Set(names)], shown };
};
