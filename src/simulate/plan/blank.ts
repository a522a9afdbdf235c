import type { Plan } from './plan.ts';

/** Parts of the world that a report has nothing of: it does not hand out their tables either. */
export const blank = {
  planted: {},
  campaigns: [],
  platforms: {},
  terms: [],
  searchTool: { tool: '', region: '' },
  topics: { unused: [], sources: [''], pains: [''] },
  partners: [],
  survey: {},
  mentions: { terms: [], platforms: {} },
  community: { opens: 0, posts: 0, topics: {} },
  tickets: {
    count: 0,
    tags: { 技术: {}, 服务: {}, 建议: {} },
    trouble: '',
    urgent: '',
    channels: {},
    agents: [],
    graded: 0,
    hours: { before: { reply: 1, close: 1 }, after: { reply: 1, close: 1 } },
  },
  trouble: { from: -1, to: -1 },
  trials: [],
  recon: [],
  pages: [],
  coupons: [],
  budget: { channels: {}, bills: [] },
  sharing: { '': 1 },
  nps: [],
  signs: {},
} satisfies Partial<Plan>;
