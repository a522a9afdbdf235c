/** The months in English, as a page writes them. */
export const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Three letters: `Sep`. */
export const shortMonthNames = monthNames.map((name) => name.slice(0, 3));

/** In running text names of four letters stand whole: `June`, `Sept`. */
export const textMonthNames = monthNames.map((name) => {
  if (name === 'September') return 'Sept';
  return name.length > 4 ? name.slice(0, 3) : name;
});
