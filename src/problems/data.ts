export const dataProblems = {};
