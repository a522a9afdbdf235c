import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type TagName, type TagSchema, tagSchemas } from '../../schema/tag-schemas.ts';
import type { BlockTagName, BlockTagUse, InlineTagName, InlineTagUse } from '../markdown-chapter.ts';
import type { LexedAttribute, LexedTag, ValueForm } from './tag-lexer.ts';

interface ParsedAttributes {
  props: Record<string, string>;
  propPlaces: Record<string, Place>;
  /** No attribute is written wrong. */
  clean: boolean;
  /** Every value is known, however it is written. */
  known: boolean;
  /** The tag as it should be written. */
  corrected: string;
}

/** Attributes of a tag as texts; tells those that are not quoted texts and goes on with what was meant. */
export function parseAttributes(
  tag: LexedTag,
  name: TagName,
  lines: LineIndex,
  problems: Problem[],
): ParsedAttributes {
  const props: Record<string, string> = {};
  const propPlaces: Record<string, Place> = {};
  let clean = true;
  let known = true;
  const corrected = correctTag(tag, name);
  for (const attribute of tag.attributes) {
    const place = lines.toPlace(attribute.from);
    const found = findFormProblem(attribute, place, corrected);
    const twice = Object.hasOwn(props, attribute.name);
    if (twice) problems.push(createProblem('duplicate-attribute', place, { name: attribute.name }));
    if (found) problems.push(found);
    if (found || twice) clean = false;
    if (unknowableForms.has(attribute.form)) known = false;
    if (twice || attribute.form === 'spread') continue;
    setOwnProperty(props, attribute.name, decodeValue(attribute.value));
    setOwnProperty(propPlaces, attribute.name, lines.toPlace(attribute.valueFrom));
  }
  return { props, propPlaces, clean, known, corrected };
}

const unknowableForms = new Set<ValueForm>(['computed', 'spread', 'bare']);

/** An attribute may be called `__proto__`. */
function setOwnProperty<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

type WrongForm = Exclude<ValueForm, 'quoted'>;

const wrongForms = {
  unquoted: 'attribute-unquoted',
  'full-width': 'attribute-full-width',
  computed: 'attribute-computed',
  spread: 'attribute-computed',
  bare: 'attribute-bare',
  'unclosed-quote': 'attribute-quote-open',
} as const satisfies Record<WrongForm, string>;

function findFormProblem(attribute: LexedAttribute, place: Place, corrected: string): Problem | undefined {
  if (attribute.form === 'quoted') return undefined;
  const written = attribute.form === 'bare' || attribute.form === 'spread' ? '' : attribute.value;
  return createProblem(wrongForms[attribute.form], place, { name: attribute.name, written, corrected });
}

/** `<Value of={x}>` → `<Value of="x" />`. */
function correctTag(tag: LexedTag, name: TagName): string {
  const attributes = tag.attributes
    .filter(({ form }) => form !== 'spread')
    .map(({ name: key, value, form }) => {
      const meant = form === 'computed' ? value.replace(/^\{\s*["'`]?|["'`]?\s*\}$/g, '') : value;
      const text = form === 'bare' ? (key === 'wide' ? 'yes' : '…') : meant;
      return text.includes('"') ? ` ${key}='${text}'` : ` ${key}="${text}"`;
    });
  return `<${name}${attributes.join('')}${tagSchemas[name].position === 'container' ? '>' : ' />'}`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decodeValue(value: string): string {
  return value
    .replace(
      /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([0-9a-f]{1,6}));/gi,
      (whole, name, decimal, hex) => {
        if (name) return entities[String(name).toLowerCase()] ?? whole;
        const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
        return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : whole;
      },
    )
    .trim();
}

const schemas: Record<InlineTagName | BlockTagName, TagSchema> = tagSchemas satisfies Record<
  TagName,
  TagSchema
>;

/** Unknown, missing and wrong attributes of a tag. */
export function validateTag(use: InlineTagUse | BlockTagUse): Problem[] {
  const { props, example } = schemas[use.name];
  const result = props.safeParse(use.props);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => createUnknownAttributeProblem(use, key));
    const key = String(issue.path[0]);
    const description = props.shape[key]?.meta()?.description ?? '';
    const written = use.props[key];
    if (written === undefined) {
      return [
        createProblem('missing-attribute', use.place, { tag: use.name, name: key, description, example }),
      ];
    }
    const place = use.propPlaces[key] ?? use.place;
    const near =
      issue.code === 'invalid_value' ? findNearestName(written, issue.values.map(String)) : undefined;
    return [createProblem('bad-attribute', place, { tag: use.name, name: key, written, near, description })];
  });
}

function createUnknownAttributeProblem(use: InlineTagUse | BlockTagUse, name: string): Problem {
  const known = Object.keys(schemas[use.name].props.shape);
  const place = use.propPlaces[name] ?? use.place;
  const params = { tag: use.name, name, near: findNearestName(name, known), all: known.join('、') };
  return createProblem('unknown-attribute', place, params);
}
