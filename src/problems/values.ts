export const valuesProblems = {};
