/** The steps of a visit, in their order. Reports name them as they like. */
export type VisitEvent = 'visit' | 'view' | 'register' | 'cart' | 'pay';
