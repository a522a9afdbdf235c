import type { Plan } from '../plan/world-plan.ts';
import type { SimulatedTable } from '../tables/simulated-table.ts';

/** A report's world: its plan, and which views of it are handed out, by the name of their file. */
export interface SimulatedReport {
  plan: Plan;
  tables: Record<string, SimulatedTable>;
}
