import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { formatPlace } from '../../base/place.ts';
import { LiveServer, type ShownErrors } from '../../integration/live-server.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { Context, ExitCode } from '../command.ts';
import { tellFailure } from '../failure.ts';
import { groupProblems, listCourseErrors, type ProblemGroup } from '../problem-groups.ts';
import { CourseSession } from '../site/course-session.ts';
import { compilePagesAhead, openPages } from '../site/print-site.ts';
import { tellChanges, tellProblems } from '../site/rebuild-site.ts';
import { buildLiveSite } from '../site/site-content.ts';
import { openCaches } from '../workspace/checked-course.ts';

/** Serves the course until it is interrupted; builds again what a saved file of `content` or `data` belongs to. */
export async function run(context: Context): Promise<ExitCode> {
  const { root, port, words, terminal, report } = context;
  const session = new CourseSession(context);
  await openCaches(context);
  // What is saved while the first pages are made is not missed.
  const changes = await CourseChanges.watch(root);
  await compilePagesAhead(root);
  const [pages] = await Promise.all([openPages(root), session.build()]);
  const preview = new Preview(context, session);
  tellProblems(preview.groups, context);
  const server = await LiveServer.open({ pages, port, notFound: buildNotFound(context) });
  preview.open(server);
  changes.tell(preview);
  terminal.print(words.serving(server.url + (report ? `reports/${report}/` : '')));
  await waitForEnd();
  await changes.close();
  await server.close();
  await session.close();
  return 0;
}

/** What browser and terminal are told after a save. */
class Preview {
  readonly #context: Context;
  readonly #session: CourseSession;
  #server: LiveServer | undefined;
  groups: ProblemGroup[];

  constructor(context: Context, session: CourseSession) {
    this.#context = context;
    this.#session = session;
    this.groups = groupProblems(session.proofread()!, context);
  }

  open(server: LiveServer): void {
    this.#server = server;
    this.#show(this.#session.proofread()!);
  }

  /** Builds, shows, and then looks at what cannot be printed, unless `hasMore` has changed meanwhile. */
  async build(changed: string[], hasMore: () => boolean): Promise<void> {
    const context = this.#context;
    try {
      const built = await this.#session.build(changed);
      const isShown = !this.#session.isDoubtful;
      // The browser has its page before anything else is done.
      if (isShown) this.#show(built);
      if (isShown) await setTimeout(pauseForPages);
      if (hasMore()) return;
      const read = this.#session.proofread()!;
      if (!isShown || read !== built) this.#show(read);
      const before = this.groups;
      this.groups = groupProblems(read, context);
      tellChanges({ before, after: this.groups, url: this.#server?.url ?? '' }, context);
    } catch (error) {
      // What cannot be built at all leaves the pages as they were.
      tellFailure(error, { ...context, debug: false });
    }
  }

  /** When nothing has changed for a while. */
  settle(): Promise<void> {
    return this.#session.settle();
  }

  #show(course: BuiltCourse): void {
    const groups = groupProblems(course, this.#context);
    this.#server?.show(buildLiveSite(this.#context.root, course), listErrors(groups, this.#context));
  }
}

function waitForEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function listErrors(groups: readonly ProblemGroup[], { language, words }: Context): ShownErrors {
  return {
    title: words.courseFiles,
    errors: listCourseErrors(groups).map(({ place, what, cure }) => ({
      place: formatPlace(place),
      what: what[language],
      cure: cure[language],
    })),
  };
}

/** For an address that has no page. */
const buildNotFound = ({ words, language }: Context): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.pageNotFound}</title></head>
<body><h1>${words.pageNotFound}</h1><p><a href="/">${words.pageNotFoundCure}</a></p></body></html>`;

/** An editor writes a file in steps, and moves several at once. */
const pauseForEditor = 15;
const pauseForPages = 150;
const idle = 2000;

/** The files of a course that change. */
class CourseChanges {
  readonly #watcher: FSWatcher;
  readonly #changed = new Set<string>();
  #preview: Pick<Preview, 'build' | 'settle'> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = Promise.resolve();

  private constructor(root: string) {
    // A link may lead to the whole disk.
    const folders = ['content', 'data'].map((folder) => join(root, folder));
    this.#watcher = watch(folders, { ignoreInitial: true, followSymlinks: false });
    this.#watcher.on('all', (_event, path) => {
      this.#changed.add(relative(root, path).split(sep).join('/'));
      this.#after(pauseForEditor, () => this.#build());
    });
  }

  /** Resolves when no change is missed any more. */
  static async watch(root: string): Promise<CourseChanges> {
    const changes = new CourseChanges(root);
    await new Promise<void>((resolve) => {
      changes.#watcher.once('ready', resolve);
    });
    return changes;
  }

  /**
   * Has the preview built with the paths that changed, from the course root, never twice at a time; what changes meanwhile is
   * of the next time. When nothing has changed for a while it settles.
   */
  tell(preview: Pick<Preview, 'build' | 'settle'>): void {
    this.#preview = preview;
    this.#after(0, () => this.#build());
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher.close();
    await this.#running;
  }

  #after(pause: number, step: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = globalThis.setTimeout(() => {
      this.#running = this.#running.then(step);
    }, pause);
  }

  async #build(): Promise<void> {
    if (!this.#preview) return;
    const paths = [...this.#changed];
    this.#changed.clear();
    if (paths.length > 0) await this.#preview.build(paths, () => this.#changed.size > 0);
    if (this.#changed.size === 0) this.#after(idle, async () => this.#preview?.settle());
  }
}
