{include phase_runs}
