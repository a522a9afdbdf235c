import type { TableWords } from '../../plan/audience-plan.ts';
import { emptyPlan } from '../../plan/empty-plan.ts';
import { buildFunnel, buildSources } from '../../plan/measurement-plan.ts';
import { buildWindows } from '../../plan/visit-window.ts';
import type { Plan } from '../../plan/world-plan.ts';
import { tickets, traits } from './community-lab-audience.ts';
import { campaigns, channels } from './community-lab-channels.ts';
import { platforms } from './community-lab-platforms.ts';
import { mentoring, reviews, tasks, team } from './community-lab-team.ts';

/** `#` stands for a number. */
const words: TableWords = {
  published: 'published',
  cancelled: 'cancelled',
  used: 'chosen',
  waiting: 'waiting',
  sameDevice: {
    rule: 'several accounts on a device',
    evidence: '# accounts on one device',
    action: 'thanks withheld',
  },
  sameNetwork: {
    rule: 'burst from one network',
    evidence: '# accounts within an hour',
    action: 'looked at by hand',
  },
};

/** A campus forum of makers, told in English. Its last step is a post, not a payment. */
export const communityLabPlan: Plan = {
  ...emptyPlan,
  seed: 20260316,
  language: 'en',
  planted: {
    anomaly: { day: 69, channel: 'Instagram', factor: 9 },
    ring: { day: 63, inviters: 2, accounts: 14, devices: 2 },
    tracking: { day: 37, source: 'Web analytics', metric: 'New members', factor: 2 },
    landing: { exp: 'ONBOARD', arms: ['control', 'variant'], from: 42, to: 55, uplift: 0.05 },
  },
  channels,
  campaigns,
  windows: buildWindows([
    [2300, 70],
    [2700, 104],
    [3100, 142],
    [3400, 186],
  ]),
  oldUsers: 640,
  testAccounts: 6,
  events: {
    visit: { name: 'visit', page: 'home' },
    view: { name: 'read', page: 'thread' },
    register: { name: 'register', page: 'join' },
    cart: { name: 'comment', page: 'thread' },
    pay: { name: 'post', page: 'new' },
  },
  clients: ['app', 'web'],
  traits,
  team,
  tasks,
  goals: [
    {
      kpi: 'New members',
      direction: 'higher',
      unit: '人',
      baseline: 640,
      target: 1200,
      source: 'users',
      grows: true,
    },
    {
      kpi: 'Posting rate',
      direction: 'higher',
      unit: '%',
      baseline: 2.6,
      target: 5,
      source: 'events',
      from: '2026-05-25',
      definition: 'of the members who visited in the last four weeks, those who posted in them',
    },
    { kpi: 'Net promoter score', direction: 'higher', unit: '分', baseline: 12, target: 35, source: 'nps' },
    {
      kpi: 'Service closed in 48 hours',
      direction: 'higher',
      unit: '%',
      baseline: 64,
      target: 85,
      source: 'tickets',
    },
  ],
  reviews,
  mentoring,
  benchmarks: [
    ['Posting rate', 4, '%', 'Members who posted, of those who visited', 'Simulated by the course team'],
    ['Net promoter score', 24, '', 'Promoters less detractors', 'Simulated by the course team'],
  ],
  funnels: buildFunnel('Take part', 28, { visit: 'Visit', read: 'Read', comment: 'Comment', post: 'Post' }),
  platforms,
  editors: { first: ['C6', 'C2'], proof: ['C5'], last: ['C1'], text: 'C2', film: 'C3' },
  searchTool: { tool: 'Simulated index', region: 'Campus' },
  mentions: { terms: ['Maple Yard', 'Gear Shed'], platforms: { Instagram: 18, Reddit: 9, YouTube: 6 } },
  community: {
    opens: 0,
    topics: { Woodwork: 26, Electronics: 24, Textiles: 17, Repair: 22, 'Off topic': 11 },
  },
  tickets,
  trouble: { from: 49, to: 60 },
  trials: [
    {
      exp: 'ONBOARD',
      hypothesis: 'A page that shows three threads makes more visitors join',
      metric: 'Registration rate',
      unit: 'new visitors',
      planned: 1300,
      from: 42,
      to: 55,
      looks: 1,
      correction: 'holm',
    },
    {
      exp: 'PROMPT',
      hypothesis: 'A question gets more first posts than an invitation',
      metric: 'First posts',
      unit: 'new members',
      planned: 600,
      from: 70,
      to: 97,
      looks: 1,
      correction: 'holm',
      rates: { n: 300, arms: { control: 0.11, variant: 0.17 } },
    },
  ],
  recon: [
    ...buildSources({ metric: 'New members', counts: 'registrations', tolerance: 0.02 }, [
      ['Database', 'Accounts opened that day'],
      ['Web analytics', 'Views of the welcome page'],
    ]),
    ...buildSources({ metric: 'Visits', counts: 'visits', tolerance: 0.1 }, [
      ['Event log', 'visit events of the day'],
      ['Page counter', 'First pages loaded; blocked scripts are missed', 'loses'],
    ]),
  ],
  budget: { channels: { Instagram: ['Instagram', 2600, ''] }, bills: [['Workshop material', 1500]] },
  sharing: { 'Group chat': 6, 'Direct message': 3, Poster: 1 },
  nps: [
    { day: 18, answers: 74, mood: 0.05 },
    { day: 56, answers: 88, mood: -0.12 },
    { day: 84, answers: 96, mood: 0.2 },
    { day: 105, answers: 103, mood: 0.42 },
  ],
  comments: {
    glad: [
      'Answers within the hour',
      'The tool library is a gem',
      'Felt welcome from day one',
      'Repair week was fun',
    ],
    sorry: ['My post vanished without a reason', 'Nobody answered', 'Too many rules', 'Search finds nothing'],
  },
  words,
  scenarios: {
    'goals.New members=missed': {
      about: 'Fewer members than wanted',
      settings: ['channels.*.registrations*=0.6'],
    },
  },
};
