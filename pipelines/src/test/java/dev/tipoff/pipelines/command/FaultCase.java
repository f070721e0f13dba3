package dev.tipoff.pipelines.command;

/**
 * A row of the campaign.
 *
 * @param use the class through which the outside is met, or what files are for
 * @param command what runs meanwhile
 */
record FaultCase(String use, String command, OutsideFault fault, Play play) {
  /** Runs the command with the fault, without it, and looks at what each came to. */
  interface Play {
    Result play() throws Exception;
  }

  /**
   * What came of the fault.
   *
   * @param said in words
   * @param code of the failure, or the state of the alert
   * @param exit of the command
   * @param after what the same command came to without the fault
   */
  record Result(String said, String code, int exit, String after) {}

  @Override
  public String toString() {
    return use + " " + fault;
  }
}
