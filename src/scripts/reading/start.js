import { letCopy } from './copy-link.js';
import { keepSection, offerReturn } from './resume.js';
import { followSections } from './sections.js';
import { holdSheet } from './sheet.js';
import { letSort } from './sort-tables.js';

const words = document.currentScript.dataset;
const way = document.querySelector('.way');
if (way) {
  const left = keepSection();
  followSections(way, keepSection);
  holdSheet(way);
  if (left) addEventListener('load', () => offerReturn(way, left, words));
}
letSort(words);
letCopy(words);
