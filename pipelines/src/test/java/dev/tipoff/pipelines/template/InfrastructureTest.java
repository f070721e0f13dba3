package dev.tipoff.pipelines.template;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import dev.tipoff.io.warehouse.BigQueryTablesFile;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.SecretsInUse;
import dev.tipoff.pipelines.options.SourcesOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** The files below {@code templates/terraform}, and that their names are those of the code. */
public class InfrastructureTest {
  private static final Path ROOT = Path.of(System.getProperty("tipoff.root"));
  private static final Path FOLDER = ROOT.resolve("templates/terraform");
  private static final boolean WRITE = System.getProperty("tipoff.docs", "check").equals("write");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter NAMES = Splitter.on(',').trimResults().omitEmptyStrings();

  private static void check(String name, String text) throws IOException {
    if (WRITE) {
      Files.writeString(FOLDER.resolve(name), text);
    }
    assertThat(
        name + " lags behind; write it anew with -Dtipoff.docs=write",
        Files.readString(FOLDER.resolve(name)),
        is(text));
  }

  private static String json(Object value) throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  @Test
  public void tablesAreThoseOfTheSchema() throws IOException {
    check("tables.json", BigQueryTablesFile.text());
    assertThat(JSON.readTree(BigQueryTablesFile.text()).size(), is(greaterThan(30)));
  }

  /** The page is held against the graphs of the pipelines; this against the page. */
  @Test
  public void accessIsThatOfTheSecurityPage() throws IOException {
    Set<String> templates =
        Arrays.stream(Template.values()).map(Template::id).collect(Collectors.toSet());
    Set<String> accounts = new TreeSet<>();
    Map<String, List<Map<String, String>>> grants = new LinkedHashMap<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"))) {
      List<String> cells = CELLS.splitToList(line.replace("`", ""));
      if (cells.size() == 8 && templates.contains(cells.get(1))) {
        String account = cells.get(1);
        accounts.add(account);
        grant(grants, "reads", account, "dataset", cells.get(2));
        grant(grants, "writes", account, "dataset", cells.get(3));
        grant(grants, "folders_read", account, "folder", cells.get(4));
        // What queries and launches need beside what the page says of each pipeline.
        grant(grants, "folders_written", account, "folder", cells.get(5) + ",temp/,staging/");
        grant(grants, "secrets", account, "secret", cells.get(6));
      }
    }
    assertThat(accounts, is(templates));
    Map<String, Object> access = new LinkedHashMap<>();
    access.put("accounts", accounts);
    access.putAll(grants);
    check("access.json", json(access));
  }

  private static void grant(
      Map<String, List<Map<String, String>>> grants,
      String kind,
      String account,
      String on,
      String names) {
    for (String name : NAMES.split(names)) {
      Map<String, String> grant = new LinkedHashMap<>();
      grant.put("account", account);
      grant.put(on, name);
      grants.computeIfAbsent(kind, each -> new ArrayList<>()).add(grant);
    }
  }

  @Test
  public void secretsAreThoseThatOptionsName() throws IOException {
    SourcesOptions options = Launcher.options(new String[0], SourcesOptions.class);
    Set<String> providers =
        SecretsInUse.keys(options).values().stream()
            .map(reference -> reference.name())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> alerts =
        SecretsInUse.of(options, "").stream()
            .map(secret -> secret.reference().name())
            .filter(name -> !providers.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Object> secrets = new LinkedHashMap<>();
    secrets.put("providers", providers);
    secrets.put("alerts", alerts);
    check("secrets.json", json(secrets));
    JSON.readTree(Files.readString(FOLDER.resolve("access.json")))
        .get("secrets")
        .forEach(grant -> assertThat(providers, hasItem(grant.get("secret").textValue())));
  }

  /** A role is granted if the page says so, and the page says so of no other. */
  @Test
  public void rolesAreThoseOfTheSecurityPage() throws IOException {
    Pattern role = Pattern.compile("roles/[a-z]+\\.[a-zA-Z]+");
    Set<String> granted =
        role.matcher(TerraformTest.all())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> said =
        role.matcher(Files.readString(ROOT.resolve("docs/security.md")))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    // A person's, who runs schema --apply once.
    said.remove("roles/bigquery.dataOwner");
    assertThat(granted, is(said));
  }

  @Test
  public void topicsAndSubscriptionsAreThoseThatLaunchesName() throws IOException {
    String launches =
        Schedules.files().values().stream()
            .flatMap(files -> files.values().stream())
            .collect(Collectors.joining("\n"));
    List<String> named = new ArrayList<>();
    Pattern.compile("projects/\\$\\{project}/(topics|subscriptions)/([\\w-]+)")
        .matcher(launches + TemplateSpec.of(Template.PREDICT_LIVE).files())
        .results()
        .forEach(found -> named.add(found.group(2)));
    assertThat(Set.copyOf(named), is(Set.of("line-moves", "line-moves-predict-live")));
    for (String name : Set.copyOf(named)) {
      assertThat(TerraformTest.sources().get("pubsub.tf"), containsString("= \"" + name + "\""));
    }
  }

  /** Each place that a launch fills in is filled by Terraform. */
  @Test
  public void whatSchedulesLeaveOpenIsFilledIn() throws IOException {
    Set<String> open =
        Schedules.files().values().stream()
            .flatMap(files -> files.values().stream())
            .flatMap(text -> Pattern.compile("\\$\\{(\\w+)}").matcher(text).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    String filled = TerraformTest.sources().get("schedules.tf");
    for (String name : open) {
      assertThat(
          filled, Pattern.compile("(?m)^    " + name + " +=").matcher(filled).find(), is(true));
    }
    assertThat(open, is(Set.of("bucket", "project", "region", "templates")));
  }

  /** What a verification names is what its account is let into. */
  @Test
  public void theCanaryIsLetIntoWhatVerifyNames() throws IOException {
    String verify = Files.readString(ROOT.resolve("templates/verify"));
    String canary = TerraformTest.sources().get("canary.tf");
    assertThat(verify, containsString("--service-account-email=\"tipoff-canary@"));
    assertThat(canary, containsString("account_id   = \"tipoff-canary\""));
    assertThat(verify, containsString("datasetPrefix=canary_,"));
    assertThat(canary, containsString("dataset_id                 = \"canary_${each.value}\""));
    Set<String> folders =
        Pattern.compile("gs://\\$bucket/(\\w+)")
            .matcher(verify)
            .results()
            .map(found -> found.group(1) + "/")
            .collect(Collectors.toCollection(TreeSet::new));
    // Health looks at production's models as the person who verifies.
    folders.remove("models/");
    assertThat(folders, is(Set.of("canary/", "staging/", "temp/")));
    assertThat(canary, containsString("toset([\"canary/\", \"staging/\", \"temp/\"])"));
    assertThat(canary, not(containsString("google_bigquery_dataset.warehouse")));
  }
}
