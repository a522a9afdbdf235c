/* Adds to figures that are complete without it: a tip at the pointer, arrow keys from point to point, one series set off. */
(() => {
  const nothing = /^[—–-]?$/;

  /**
   * Marks painted alike are one path (`j`), a disc a dot of a round pen, and their words are lines of one title: in a
   * page that takes a third of the bytes. Here each becomes a mark again, painted and placed as it was.
   */
  const takeApart = (path) => {
    const paint = (key) => path.closest(`[${key}]`)?.getAttribute(key);
    const lines = path.querySelector(':scope > title')?.textContent.split('\n');
    const marks = path
      .getAttribute('d')
      .split(/(?=M)/)
      .map((d, i) => {
        const [, x, y] = /^M(-?[\d.]+),(-?[\d.]+)h0$/.exec(d) ?? [];
        const isDisc = x !== undefined && paint('stroke-linecap') === 'round';
        const mark = document.createElementNS(path.namespaceURI, isDisc ? 'circle' : 'path');
        for (const { name, value } of path.attributes) if (name !== 'd') mark.setAttribute(name, value);
        const own = isDisc
          ? { cx: x, cy: y, r: Number(paint('stroke-width')) / 2, fill: paint('stroke'), 'fill-opacity': paint('stroke-opacity') ?? 1, stroke: 'none' }
          : { d };
        for (const name in own) mark.setAttribute(name, own[name]);
        if (lines) mark.said = lines[i];
        mark.setAttribute('class', lines ? '' : 'm');
        return mark;
      });
    path.replaceWith(...marks);
  };

  /** Marks carry their text in <title>; browsers would show that too, so it is taken over. */
  const textOf = (mark) => {
    if (mark.said === undefined) {
      const title = mark.querySelector(':scope > title');
      mark.said = title.textContent;
      title.remove();
    }
    return mark.said;
  };

  /** A long line has no marks for its points: they are its corners, and the table under the figure says what they are. */
  const cornersOf = (line, figure) => {
    const name = textOf(line);
    const table = figure?.querySelector('table');
    const at = table ? [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.trim() === name) : -1;
    if (at < 1) return [];
    // As they were before a reader sorted them.
    const rows = (table.order ?? [...table.tBodies[0].rows]).filter(({ cells }) => !nothing.test(cells[at].textContent));
    const corners = [...line.getAttribute('d').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
    if (corners.length !== rows.length) return [];
    return corners.map(([, x, y], i) => ({
      mark: line,
      text: `${name} · ${rows[i].cells[0].textContent} ${rows[i].cells[at].textContent}`,
      box: () => {
        const spot = new DOMPoint(Number(x), Number(y)).matrixTransform(line.getScreenCTM());
        return new DOMRect(spot.x - 3, spot.y - 3, 6, 6);
      },
    }));
  };

  /** Those of a drawing that has no words of its own (`m`) are the marks of the first one, in the same order. */
  const marksOf = (drawing) => {
    if (drawing.marks) return drawing.marks;
    for (const path of drawing.querySelectorAll('.j:not(g), g.j > *')) takeApart(path);
    const isSaid = (one) => one.said !== undefined || one.querySelector(':scope > title');
    drawing.marks = [...drawing.querySelectorAll('svg *')].filter(isSaid);
    const silent = drawing.querySelectorAll('.m:not(g), g.m > *');
    if (silent.length > 0) {
      const said = marksOf(drawing.parentNode.querySelector('.drawing')).map(textOf);
      drawing.marks = [...silent];
      drawing.marks.forEach((mark, i) => {
        mark.said = said[i];
      });
    }
    return drawing.marks;
  };

  /** Marks that are painted alike have their paint from a group. */
  const paintOf = (mark, key) => {
    const paint = mark.closest(`[${key}]`)?.getAttribute(key);
    return paint === 'none' ? undefined : paint;
  };

  const pointsOf = (drawing, figure) => {
    drawing.points ??= marksOf(drawing).flatMap((mark) => {
      const line = !paintOf(mark, 'fill') && paintOf(mark, 'stroke');
      const corners = line ? cornersOf(mark, figure) : [];
      return corners.length > 0
        ? corners
        : [{ mark, text: textOf(mark), box: () => mark.getBoundingClientRect() }];
    });
    return drawing.points;
  };

  const paintsOf = (mark) => ['fill', 'stroke'].map((key) => paintOf(mark, key)).filter((paint) => /--[cs]\d/.test(paint));

  /** Everything coloured that is neither one of `marks` nor of their colour steps back. */
  const setOff = (svg, marks) => {
    const paints = new Set(marks.flatMap(paintsOf));
    for (const one of svg.querySelectorAll('path, rect, circle')) {
      const own = paintsOf(one);
      const apart = one.said === undefined ? !own.some((paint) => paints.has(paint)) : !marks.includes(one);
      one.classList.toggle('back', marks.length > 0 && own.length > 0 && apart);
    }
  };

  /** The marks that a text of the drawing names: those of a series, or of a row. */
  const namedBy = (text, points) => {
    const name = text.textContent.trim();
    const said = points.filter((point) => point.text.startsWith(name) || point.text.includes(` · ${name}`));
    return said.length < points.length ? said.map(({ mark }) => mark) : [];
  };

  const setUp = (plot) => {
    const figure = plot.closest('figure');
    const [ring, tip, live] = ['ring', 'point-tip', 'unseen'].map((name) => {
      const part = document.createElement('div');
      part.className = name;
      part.hidden = name !== 'unseen';
      return plot.appendChild(part);
    });
    live.setAttribute('aria-live', 'polite');
    let at = -1;
    let held;
    const shown = () => [...plot.children].find((one) => one.matches('.drawing') && one.getClientRects().length > 0);
    const points = () => (shown() ? pointsOf(shown(), figure) : []);

    const hide = () => {
      at = -1;
      ring.hidden = tip.hidden = true;
    };
    const show = (i, aloud) => {
      const point = points()[i];
      if (!point) return hide();
      at = i;
      const [frame, box] = [plot.getBoundingClientRect(), point.box()];
      ring.hidden = tip.hidden = false;
      ring.style.cssText = `left:${box.left - frame.left - 3}px;top:${box.top - frame.top - 3}px;width:${box.width + 6}px;height:${box.height + 6}px`;
      tip.textContent = point.text;
      const middle = (box.left + box.right) / 2 - frame.left - tip.offsetWidth / 2;
      const left = Math.max(0, Math.min(middle, frame.width - tip.offsetWidth));
      const over = box.top - frame.top - tip.offsetHeight - 8;
      tip.style.cssText = `left:${left}px;top:${over > -24 ? over : box.bottom - frame.top + 8}px`;
      if (aloud) live.textContent = point.text;
    };

    const near = (event) => {
      let [best, least] = [-1, 21];
      points().forEach((point, i) => {
        const { left, right, top, bottom } = point.box();
        const away = Math.hypot(
          Math.max(left - event.clientX, 0, event.clientX - right),
          Math.max(top - event.clientY, 0, event.clientY - bottom),
        );
        if (away < least) [best, least] = [i, away];
      });
      return best;
    };
    plot.addEventListener('pointermove', (event) => show(near(event)));
    plot.addEventListener('pointerdown', (event) => show(near(event)));
    plot.addEventListener('pointerleave', hide);
    // A number of the text, where one point alone says it; '' hides.
    plot.addEventListener('seek', ({ detail: text }) => {
      const says = (point) => {
        const [before, after, more] = point.text.split(text);
        return after !== undefined && more === undefined && !/[\d.,]$/.test(before) && !/^[\d.,]/.test(after);
      };
      const said = text ? points().map(says) : [];
      show(said.filter(Boolean).length === 1 ? said.indexOf(true) : -1);
    });

    const legend = (event) => {
      const text = event.target.closest?.('text');
      const svg = shown()?.querySelector('svg');
      if (!svg || (event.type !== 'click' && held)) return;
      const marks = text ? namedBy(text, points()) : [];
      if (event.type === 'click') held = held === text || marks.length === 0 ? undefined : text;
      setOff(svg, event.type === 'click' && !held ? [] : marks);
    };
    plot.addEventListener('pointerover', legend);
    plot.addEventListener('click', legend);

    /** Up and down: the next point over or under this one, where there is one. */
    const beside = (way) => {
      const all = points();
      const here = all[at]?.box();
      if (!here) return -1;
      const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const [x, y] = middle(here);
      let [best, least] = [-1, Infinity];
      all.forEach((point, i) => {
        const [a, b] = middle(point.box());
        const step = (b - y) * way;
        if (Math.abs(a - x) < 3 && step > 0.5 && step < least) [best, least] = [i, step];
      });
      return best;
    };
    const keys = {
      ArrowRight: (last) => Math.min(at + 1, last),
      ArrowLeft: () => Math.max(at - 1, 0),
      ArrowDown: (last) => (beside(1) < 0 ? Math.min(at + 1, last) : beside(1)),
      ArrowUp: () => (beside(-1) < 0 ? Math.max(at - 1, 0) : beside(-1)),
      Home: () => 0,
      End: (last) => last,
    };
    plot.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const all = points();
      const svg = shown()?.querySelector('svg');
      if (keys[event.key]) show(keys[event.key](all.length - 1), true);
      else if (event.key === 'Escape') {
        hide();
        held = undefined;
        setOff(svg, []);
      } else if (event.key === 'Enter' && all[at]) {
        held = held === all[at].mark ? undefined : all[at].mark;
        const paints = paintsOf(all[at].mark).join();
        const same = all.map(({ mark }) => mark).filter((mark) => paintsOf(mark).join() === paints);
        setOff(svg, held ? same : []);
      } else return;
      event.preventDefault();
    });
    plot.addEventListener('blur', hide);

    const name = plot.querySelector('svg > title').textContent;
    for (const svg of plot.querySelectorAll('svg')) {
      // Else a browser shows the title of the whole wherever the pointer rests.
      svg.querySelector(':scope > title')?.remove();
      svg.removeAttribute('aria-labelledby');
      svg.setAttribute('aria-label', name);
    }
    plot.setAttribute('tabindex', '0');
    plot.setAttribute('role', 'application');
    plot.setAttribute('aria-label', `${name} ${plot.dataset.hint ?? ''}`.trim());
  };

  const ready = () => {
    for (const plot of document.querySelectorAll('.plot')) {
      if (plot.querySelector('svg > :not(title) title')) setUp(plot);
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
