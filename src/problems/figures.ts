export const figuresProblems = {};
