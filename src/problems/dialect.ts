export const dialectProblems = {};
