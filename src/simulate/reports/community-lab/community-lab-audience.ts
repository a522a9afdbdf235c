import type { TicketPlan, TraitShares } from '../../plan/audience-plan.ts';

export const tickets: TicketPlan = {
  count: 240,
  tags: {
    技术: {
      'Sign-in': [4, 'no mail', 'expired link'],
      Uploads: [4, 'too large', 'wrong way up'],
      Search: [2, 'nothing found'],
    },
    服务: {
      Moderation: [6, 'removed post', 'warning', 'appeal'],
      'Rude reply': [3, 'thread', 'message'],
      'Tool lending': [4, 'return', 'damage'],
    },
    建议: {
      Boards: [4, 'new board', 'merge'],
      Interface: [4, 'drafts', 'theme'],
      Events: [3, 'workshop', 'talk'],
    },
  },
  trouble: 'Moderation',
  urgent: 'Sign-in',
  channels: { 'Help form': 5, 'Direct message': 3, 'Info desk': 2 },
  agents: ['C2', 'C2', 'C6'],
  graded: 63,
  hours: { before: { reply: 9, close: 36 }, after: { reply: 2, close: 15 } },
};

export const traits: TraitShares = {
  device: { Android: 41, iOS: 44, Desktop: 15 },
  gender: [
    { female: 57, male: 38, unsaid: 5 },
    { female: 46, male: 49, unsaid: 5 },
  ],
  age: { 'under 18': 2, '18-22': 58, '23-26': 26, '27-35': 11, 'over 35': 3 },
  student: {
    word: 'student',
    share: { 'under 18': 0.9, '18-22': 0.95, '23-26': 0.6, '27-35': 0.15, 'over 35': 0.05 },
  },
  occupation: { employee: 5, teacher: 3, 'self-employed': 2, other: 1 },
  city: { campus: 62, city: 27, elsewhere: 11 },
};
