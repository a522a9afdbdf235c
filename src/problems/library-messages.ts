/**
 * What the libraries say, as an author understands it. What is not known here is quoted as theirs, behind a sentence of ours:
 * nobody is left with an English line that seems to be about the report.
 */
import type { Bilingual } from '../base/language.ts';

export type Library = 'sql' | 'tex' | 'bibtex' | 'vega' | 'file';

/** `$1` in the texts is what the pattern found in its first brackets. */
type Saying = readonly [said: RegExp, zh: string, en: string];

const sayings: Record<Library, readonly Saying[]> = {
  sql: [
    [
      /Could not choose a best candidate function for the function call "([^"(]*)\(([^"]*)\)"/i,
      '函数或运算 $1 不能这样用：两边是 $2',
      '$1 does not take $2',
    ],
    [
      /extract specifier "([^"]*)" not recognized/i,
      '没有“$1”这个时间单位，用 day、week、month、quarter、year',
      'there is no unit of time “$1”: day, week, month, quarter, year',
    ],
    [
      /ORDER (?:BY )?term out of range/i,
      'order by 后面的序号超过了列数',
      'the number behind order by is more than there are columns',
    ],
    [/LIMIT\/OFFSET cannot be negative/i, 'limit 后面要是 0 或正数', 'limit takes 0 or more'],
    [/syntax error at or near "([^"]*)"/i, '“$1”这里不合语法', 'it breaks off at “$1”'],
    [
      /syntax error at end of input/i,
      '写到末尾还没有结束，少了内容或右括号',
      'it ends too early: something or a bracket is missing',
    ],
    [
      /unterminated quoted (?:string|identifier) at or near "?([^\n]{0,40}?)"?$/i,
      '引号没有配对：$1',
      'a quote is not closed: $1',
    ],
    [/SELECT clause without selection list/i, 'select 后面没有写要取什么', 'nothing stands behind select'],
    [
      /Could not convert string '([^']*)' to (?:DATE|TIMESTAMP\w*|TIME)/i,
      '“$1”不能当作日期',
      '“$1” is no date',
    ],
    [
      /(?:invalid date|date field value out of range|invalid timestamp)[^"]*"([^"]*)"/i,
      '“$1”不是日期',
      '“$1” is no date',
    ],
    [
      /Could not convert string '([^']*)' to BOOL/i,
      '“$1”不能当作 true 或 false',
      '“$1” is neither true nor false',
    ],
    [/Could not convert string '([^']*)' to \w+/i, '“$1”不能当作数字', '“$1” is no number'],
    [
      /Could not (?:cast|convert) .* to \w+/i,
      '有的内容不能换成这种类型',
      'some cells cannot be turned into that type',
    ],
    [
      /column "([^"]*)" must appear in the GROUP BY/i,
      '列“$1”要写进 group by，或用 sum、max 之类汇总',
      'the column “$1” belongs in group by, or in sum, max or the like',
    ],
    [
      /Ambiguous reference to column name "([^"]*)"/i,
      '列“$1”在几个表里都有，要写成 表名."$1"',
      'several tables have the column “$1”: write TABLE."$1"',
    ],
    [
      /Function with name ["“]?(\w+)["”]? does not exist!? Did you mean ["“](\w+)["”]/i,
      '没有函数 $1，是不是想写 $2',
      'there is no function $1: did you mean $2',
    ],
    [
      /(?:Scalar|Aggregate|Table|Window|Macro)? ?Function with name ["“]?(\w+)["”]? does not exist/i,
      '没有函数 $1',
      'there is no function $1',
    ],
    [
      /No function matches the given name and argument types '([^']*?)\(([^']*)\)'/i,
      '函数 $1 不能这样用：括号里是 $2',
      'the function $1 does not take $2',
    ],
    [
      /Cannot compare values of type (\w+(?:\([\d, ]+\))?) and (?:values of )?(?:type )?(\w+(?:\([\d, ]+\))?)/i,
      '不能拿 $1 和 $2 比较，先换成同一种类型',
      'a $1 is not compared with a $2: turn them into one type first',
    ],
    [
      /Cannot mix values of type (\w+) and (\w+)/i,
      '不能混用 $1 和 $2，先换成同一种类型',
      '$1 and $2 do not mix: turn them into one type first',
    ],
    [
      /WHERE clause cannot contain aggregates/i,
      'where 里不能用 sum、count 这类汇总，要用 having',
      'where has no sum or count: use having',
    ],
    [
      /(?:WHERE|HAVING|GROUP BY)[^\n]*cannot contain window/i,
      '这里不能用窗口函数（over）',
      'there are no window functions (over) here',
    ],
    [
      /aggregate function calls cannot (?:be nested|contain window)/i,
      '汇总函数不能套在汇总函数里',
      'an aggregate does not stand within another',
    ],
    [
      /(?:More than one row returned by a subquery|Subquery returns \d+ columns|scalar subquery)/i,
      '括号里的子查询给出的不止一个数',
      'the query in brackets gives more than one number',
    ],
    [
      /Set operations can only apply to expressions with the same number of result columns/i,
      'union 上下两段的列数不同',
      'the parts of union differ in columns',
    ],
    [
      /Referenced table "([^"]*)" not found/i,
      '查询里没有名为“$1”的表或别名',
      'the query has no table or alias “$1”',
    ],
    [
      /Overflow in|out of range|cannot be cast because the value is out of range/i,
      '算出的数太大',
      'a number became too large',
    ],
    [/division by zero/i, '除数是 0', 'something is divided by 0'],
    [/Unnest|UNNEST/, 'unnest 用错了地方', 'unnest does not belong here'],
    [/Not implemented|Unimplemented/i, '数据引擎做不了这种写法', 'the engine does not do this'],
  ],
  tex: [
    [
      /(?:Unsupported function name|Unknown token):? ?(\\?\S+)/i,
      '没有命令 $1，或打印稿不支持',
      'there is no command $1, or print does not have it',
    ],
    [/(\\\w+) valid only within/i, '$1 只能用在表格或矩阵里', '$1 belongs in an array or a matrix'],
    [
      /Cannot read propert|undefined|is not a function|is not iterable/i,
      '写法不完整，少了上标、下标或花括号里的内容',
      'it is incomplete: a script or what belongs in braces is missing',
    ],
    [/Undefined control sequence:? ?(\\\S+)/i, '没有命令 $1', 'there is no command $1'],
    [
      /Unknown (?:macro|command|control sequence)[:"' ]*(\\?[A-Za-z]+)/i,
      '没有命令 $1',
      'there is no command $1',
    ],
    [
      /Expected '\}'|Unclosed|unmatched|Missing (?:close|right) brace|end of input|got 'EOF'/i,
      '括号没有配对',
      'a brace is not closed',
    ],
    [/Expected 'EOF', got '([^']*)'/i, '“$1”这里不合写法', '“$1” does not belong here'],
    [/Expected '([^']*)', got '([^']*)'/i, '应有“$1”，写的是“$2”', '“$1” is expected instead of “$2”'],
    [
      /Expected group (?:after|as argument to) '([^']*)'/i,
      '“$1”后面少了内容',
      'something is missing behind “$1”',
    ],
    [
      /Double (super|sub)script/i,
      '同一个字上有两个上标或下标，要用花括号分开',
      'two scripts stand on one sign: part them with braces',
    ],
    [/No such environment: ?(\S+)/i, '没有环境 $1', 'there is no environment $1'],
    [/Misplaced &|Expected & or/i, '& 只能用在矩阵和对齐里', '& belongs in a matrix or an alignment'],
    [
      /Too many expansions/i,
      '展开太多次，可能是命令绕了圈',
      'it unfolds too often: a command may call itself',
    ],
    [/unsupported in print/i, '打印稿排不出这种写法（如颜色、#）', 'it cannot be printed (colours, #)'],
    [/Can't use function '([^']*)'/i, '“$1”不能用在这里', '“$1” does not belong here'],
  ],
  bibtex: [
    [
      /^invalid syntax/i,
      '这里有不该出现的符号，或引号、花括号没有配对',
      'a sign does not belong here, or a quote or brace is not closed',
    ],
    [
      /^expected "\w+", got "?EOF"?/,
      '到文件末尾也没有结束，少了右花括号',
      'it never ends: a closing brace is missing',
    ],
    [
      /^expected "rbrace"/,
      '这一行之前少了逗号或右花括号',
      'a comma or a closing brace is missing before this line',
    ],
    [/^expected "comma"/, '这里之前少了逗号', 'a comma is missing before this'],
    [
      /^expected "equals?"/,
      '这里少了等号，要写成 title = {题名} 这样',
      'an equals sign is missing: title = {Title},',
    ],
    [/^expected "(?:lbrace|quote)"/, '这里少了左花括号', 'an opening brace is missing here'],
    [/expected @type/, '开头不是 @article{名字, … 这样的写法', 'it does not begin like @article{key, …'],
    [/Unknown type|entry type/i, '没有这种文献类型', 'there is no such type of entry'],
    [/^expected /, '这里的写法不对', 'this is not written as it should be'],
  ],
  vega: [
    [/Unrecognized signal name: "?([^"]+)"?/i, '找不到信号“$1”', 'there is no signal “$1”'],
    [/^data: \{ name: … \}$/, '没有写数据：data: { name: 表名 }', 'it has no data: data: { name: TABLE }'],
    [
      /^mark, encoding$/,
      '不是“名称: 内容”的形式，至少要有 mark 和 encoding',
      'it is no list of `key: value` with mark and encoding',
    ],
    [
      /^Vega ≠ Vega-Lite$/,
      '这是 Vega 的定义，这里只收 Vega-Lite',
      'it is written in Vega, and only Vega-Lite is taken',
    ],
    [/^YAML$/, '文件是空的，或不是“名称: 内容”的形式', 'the file is empty or no list of `key: value`'],
    [/^process ended/, '画图的程序中途退出', 'the drawing program ended'],
    [
      /(?:Cannot find|Unrecognized|Missing) (?:a )?(?:field|signal|data set) (?:name(?:d)? )?"?([^"\s]+)"?/i,
      '找不到“$1”',
      '“$1” is not found',
    ],
    [/Duplicate signal name: "?([^"]+)"?/i, '信号“$1”写了两次', 'the signal “$1” is there twice'],
    [
      /Invalid specification|Cannot create a spec/i,
      '缺少 mark、layer 或 facet',
      'mark, layer or facet is missing',
    ],
    [/Unrecognized scale type: "?([^"]+)"?/i, '没有“$1”这种刻度', 'there is no scale “$1”'],
    [
      /Infinite extent for field "([^"]+)"/i,
      '列“$1”里没有数，坐标轴画不出来',
      'the field “$1” holds no number for an axis',
    ],
    [
      /Invalid (?:array|string) length|heap|Maximum call stack/i,
      '定义要画的东西太多',
      'it asks for too much',
    ],
  ],
  file: [
    [/^(?:EISDIR|ENOTDIR)/, '这里是文件夹', 'it is a folder'],
    [/^(?:EACCES|EPERM)/, '没有读取权限', 'it may not be read'],
    [/^(?:EMFILE|ENFILE)/, '同时打开的文件太多', 'too many files are open'],
    [/^(?:EIO|EBUSY)/, '磁盘读不出来，或文件被占用', 'the disk does not give it, or it is held'],
    [/^ENAMETOOLONG/, '路径太长', 'its path is too long'],
    [/unsupported|not supported/i, '文件里有不支持的内容', 'it holds what is not supported'],
    [
      /(?:unexpected end|premature|truncated|corrupt|invalid)/i,
      '文件不完整或已损坏',
      'it is cut off or damaged',
    ],
    [
      /^Invalid Input Error|^IO Error|magic bytes/i,
      '文件已损坏，或内容与扩展名不符',
      'it is damaged, or is not what its name says',
    ],
  ],
};

const names: Record<Library, Bilingual> = {
  sql: { zh: '数据引擎', en: 'the data engine' },
  tex: { zh: '公式程序', en: 'the program that sets formulas' },
  bibtex: { zh: '文献程序', en: 'the program that reads references' },
  vega: { zh: '画图程序', en: 'the drawing program' },
  file: { zh: '读文件的程序', en: 'the program that reads files' },
};

/** A library's message in both languages, without a stop at the end; one that is not known is quoted. */
export function explainMessage(library: Library, message: string): Bilingual {
  const clean = message.slice(0, 2000).replace(/\s+/g, ' ').trim();
  // What we say ourselves needs no translation.
  if (/\p{Script=Han}/u.test(clean) && !/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.test(clean))
    return { zh: clean, en: clean };
  for (const [said, zh, en] of sayings[library]) {
    const found = said.exec(clean);
    if (found) return { zh: fill(zh, found, translateType), en: fill(en, found) };
  }
  const quoted = clean.length > 120 ? `${clean.slice(0, 119)}…` : clean;
  const { zh, en } = names[library];
  return { zh: `${zh}的原话是“${quoted}”`, en: `${en} says “${quoted}”` };
}

function fill(text: string, found: RegExpExecArray, translate = (part: string) => part): string {
  return text.replace(/\$(\d)/g, (_, index: string) => translate(found[Number(index)] ?? ''));
}

/** Types of SQL, in a list or alone; other words stay. */
function translateType(text: string): string {
  const types: readonly [RegExp, string][] = [
    [/\b(?:VARCHAR|STRING_LITERAL)\b/g, '文字'],
    [
      /\b(?:(?:TINY|SMALL|BIG|HUGE|U)?INT(?:EGER)?(?:_LITERAL)?|DOUBLE|FLOAT|DECIMAL(?:\(\d+,\s*\d+\))?)(?![a-z])/g,
      '数字',
    ],
    [/\bTIMESTAMP(?: WITH TIME ZONE)?\b/g, '时间'],
    [/\bDATE\b/g, '日期'],
    [/\bBOOLEAN\b/g, '真假'],
  ];
  return types.reduce((all, [type, word]) => all.replace(type, word), text);
}
