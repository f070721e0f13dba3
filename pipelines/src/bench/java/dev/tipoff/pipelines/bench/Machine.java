package dev.tipoff.pipelines.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What figures were taken on.
 *
 * @param processors that Java may use
 */
record Machine(
    @JsonProperty String system,
    @JsonProperty String architecture,
    @JsonProperty int processors,
    @JsonProperty String java) {
  static Machine ofThisProcess() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }
}
