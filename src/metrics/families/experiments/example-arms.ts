/** Published experiments that worked examples use. */

/** A gate at level 30 against one at level 40. */
export const COOKIE_CATS = {
  files: {
    'experiment_arms.csv': 'exp_id,arm,n,successes\ngate,control,44700,8502\ngate,gate_40,45489,8279\n',
  },
  source: 'Cookie Cats A/B test, day-7 retention (Tactile Entertainment, published on Kaggle)',
};
