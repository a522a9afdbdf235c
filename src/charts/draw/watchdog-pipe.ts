/** File descriptor of the pipe from a watchdog to the pool: one byte says that the chart took too long. */
export const watchdogPipe = 4;
