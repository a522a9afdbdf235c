/** The texts of a course for compiled pages: the same MDX by the same compiler, as functions in the memory of the process. */
import { satteri } from '@astrojs/markdown-satteri';
import { bodiesName, jsxName, mdxOptions } from './text-names.ts';

/** A text as pages print it. */
type Body = (props: { components?: object }) => unknown;

const shared = globalThis as unknown as Record<symbol, unknown>;

/** Lets compiled pages find texts by name; each is compiled when its page is made. */
export async function shareTexts(findText: (name: string) => string | undefined): Promise<void> {
  const { syntaxHighlight, gfm, smartypants, optimize } = mdxOptions;
  const renderer = await satteri().createMdxRenderer!(
    { syntaxHighlight, gfm, smartypants },
    { optimize, sourcemap: false },
  );
  const find = (name: string) => {
    const text = findText(name);
    if (text === undefined) return undefined;
    return async () => ({ Content: await loadBody((await renderer.process(text, `${name}.mdx`, {})).code) });
  };
  shared[Symbol.for(bodiesName)] = find;
}

/** The first line of what the compiler writes takes its functions from Astro; here they are those of the compiled pages. */
async function loadBody(code: string): Promise<Body> {
  const own = code.replace(/^import \{([^}]*)\} from "astro\/jsx-runtime";/, (_, names: string) => {
    return `const {${names.replaceAll(' as ', ': ')}} = globalThis[Symbol.for('${jsxName}')];`;
  });
  const address = `data:text/javascript,${encodeURIComponent(`${own}\nexport { MDXContent };`)}`;
  const { MDXContent } = (await import(address)) as { MDXContent: Body };
  const { Fragment } = shared[Symbol.for(jsxName)] as { Fragment: unknown };
  const body: Body = (props = {}) => MDXContent({ ...props, components: { Fragment, ...props.components } });
  return Object.assign(body, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro.needsHeadRendering')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
}
