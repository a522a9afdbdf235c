export const printProblems = {};
