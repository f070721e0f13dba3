package dev.tipoff.pipelines.command;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * Spares a process that stays on this machine two seconds of its start: before Beam makes any
 * options, it checks those of every runner and every service of the cloud on the class path against
 * all others. What is not registered is checked when somebody asks for it.
 */
public final class LocalOptions {
  private static final String REGISTRARS =
      "META-INF/services/" + PipelineOptionsRegistrar.class.getName();

  private LocalOptions() {}

  /** Registers no options, unless the command names another runner or a warehouse in the cloud. */
  public static void register(String[] args) {
    if (Arrays.stream(args).noneMatch(LocalOptions::leavesThisMachine)) {
      Thread thread = Thread.currentThread();
      ClassLoader usual = thread.getContextClassLoader();
      thread.setContextClassLoader(new WithoutRegistrars(usual));
      try {
        PipelineOptionsFactory.resetCache();
      } finally {
        thread.setContextClassLoader(usual);
      }
    }
  }

  private static boolean leavesThisMachine(String arg) {
    return arg.startsWith("--runner=") || arg.startsWith("--warehouse=bigquery:");
  }

  private static final class WithoutRegistrars extends ClassLoader {
    WithoutRegistrars(ClassLoader usual) {
      super(usual);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(REGISTRARS) ? Collections.emptyEnumeration() : super.getResources(name);
    }
  }
}
