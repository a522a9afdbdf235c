import { defineFamily } from '../../define-family.ts';
import { historicLtv } from './historic-metrics.ts';
import { lifetimeModelMetrics } from './lifetime-model-metrics.ts';
import { cacPayback, ltvToCac, simpleLtv } from './simple-value-metrics.ts';

export const lifetimeMetrics = defineFamily('lifetime', {
  ...lifetimeModelMetrics,
  simple_ltv: simpleLtv,
  ltv_cac: ltvToCac,
  cac_payback: cacPayback,
  historic_ltv: historicLtv,
});
