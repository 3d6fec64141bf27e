package io.tocsin.deliver.config;

import io.tocsin.outbound.OutboundPolicy;
import io.tocsin.settings.SettingsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file of sinks. */
public final class SinksFile {

  private static final int MAX_BYTES = 1_000_000;
  private static final int MOST_SINKS = 100;

  private final Findings findings;
  private final SecretReference secrets;

  private SinksFile(Findings findings, SecretReference secrets) {
    this.findings = findings;
    this.secrets = secrets;
  }

  /**
   * Reads and checks a file.
   *
   * @param file null or one that does not exist means that there is no sink
   * @param environment of the process, for secrets
   * @throws SettingsException with every problem, each with its line
   */
  public static Sinks read(@Nullable Path file, Map<String, String> environment) {
    if (file == null || Files.notExists(file)) {
      return Sinks.NONE;
    }
    Findings findings = new Findings(file.toString());
    Node document = document(file, findings);
    findings.throwIfAny();
    if (document == null) {
      return Sinks.NONE;
    }
    SinksFile reading = new SinksFile(findings, new SecretReference(environment));
    Sinks sinks = reading.sinks(document);
    findings.throwIfAny();
    return sinks;
  }

  private static @Nullable Node document(Path file, Findings findings) {
    LoaderOptions options = new LoaderOptions();
    // A star that refers to something before would let a short file say a great deal.
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    options.setCodePointLimit(MAX_BYTES);
    try {
      return new Yaml(options).compose(new StringReader(Files.readString(file)));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      findings.add(line, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      findings.add("is not YAML: " + e.getMessage());
    } catch (IOException e) {
      findings.add("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return null;
  }

  private Sinks sinks(Node document) {
    Block file = Block.of(document, "the file of sinks", List.of("allow", "sinks"), findings);
    if (file == null) {
      return Sinks.NONE;
    }
    OutboundPolicy policy = policy(file);
    List<SinkSpec> sinks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    SinkReader reader = new SinkReader(findings, secrets, policy);
    for (Node item : file.items("sinks")) {
      SinkSpec sink = reader.read(item);
      if (sink != null && !ids.add(sink.id())) {
        findings.add(item, "there are two sinks with the id '" + sink.id() + "'");
      }
      if (sink != null) {
        sinks.add(sink);
      }
    }
    if (sinks.size() > MOST_SINKS) {
      findings.add(file.node(), "there are " + sinks.size() + " sinks; at most 100 are served");
    }
    return new Sinks(policy, sinks);
  }

  private OutboundPolicy policy(Block file) {
    Block allow = file.block("allow", "'allow'", List.of("hosts", "ports"));
    if (allow == null) {
      return new OutboundPolicy(Set.of(), Set.of());
    }
    Set<Integer> ports = new HashSet<>();
    for (String text : allow.texts("ports")) {
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
        ports.add(Integer.parseInt(text));
      } else {
        allow.problem("ports", "'" + text + "' is no port");
      }
    }
    return new OutboundPolicy(new HashSet<>(allow.texts("hosts")), ports);
  }
}
