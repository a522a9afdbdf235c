export const reportProblems = {};
