export const referencesProblems = {};
