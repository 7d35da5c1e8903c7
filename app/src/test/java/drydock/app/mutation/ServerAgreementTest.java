package drydock.app.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.RealCluster;
import drydock.model.validation.Finding;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Our rules against the dry run of a real API server (v1.20), for each field of valid manifests and each way to
/// spoil it.
@Tag(RealCluster.TAG)
class ServerAgreementTest {

    private static final String NAMESPACE = "drydock-mutation";

    private static final int AT_ONCE = 64;

    private final List<String> differences = new ArrayList<>();
    private int tried;
    private int agreed;
    private int explained;
    private int ofTheCluster;
    private int strict;

    private record Asked(Mutation mutation, CompletableFuture<Verdict> verdict) {}

    @Test
    void theServerDecidesAsWeDoAndNamesTheSameField(TestReporter reporter) throws Exception {
        Config config =
                Config.fromKubeconfig("admin", RealCluster.kubeconfigFile().toFile());
        KnownDifferences known = new KnownDifferences();
        try (KubernetesClient client =
                        new KubernetesClientBuilder().withConfig(config).build();
                DryRun server = new DryRun(config, NAMESPACE)) {
            makeNamespace(client);
            for (Seed seed : Seed.all()) {
                compare(seed, server, known);
            }
        }
        reporter.publishEntry(
                "mutations",
                tried + " tried, " + agreed + " agreed, " + explained
                        + " explained by the versions, " + ofTheCluster + " about the cluster, "
                        + strict + " with unknown fields");

        assertThat(String.join("\n", differences)).isEmpty();
        assertThat(known.idle()).as("known differences that are none").isEmpty();
    }

    private static void makeNamespace(KubernetesClient client) {
        if (client.namespaces().withName(NAMESPACE).get() == null) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(NAMESPACE)
                            .endMetadata()
                            .build())
                    .create();
        }
        // no Pod is taken before it is there
        client.serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName("default")
                .waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
    }

    private void compare(Seed seed, DryRun server, KnownDifferences known) throws Exception {
        String collection = server.collection(seed);
        Verdict accepted = server.verdict(seed.unchanged(), collection).join();
        assertThat(accepted.accepts())
                .as(seed.name() + " " + accepted.message())
                .isTrue();
        List<Mutation> mutations = Mutations.of(seed);
        for (int from = 0; from < mutations.size(); from += AT_ONCE) {
            List<Asked> asked = new ArrayList<>();
            for (Mutation mutation : mutations.subList(from, Math.min(mutations.size(), from + AT_ONCE))) {
                asked.add(new Asked(mutation, server.verdict(mutation, collection)));
            }
            for (Asked one : asked) {
                compare(one.mutation(), one.verdict().join(), known);
            }
        }
    }

    private void compare(Mutation mutation, Verdict verdict, KnownDifferences known) {
        tried++;
        if (!verdict.isOfTheManifest()) {
            ofTheCluster++;
            return;
        }
        List<Finding> errors = OurVerdict.errors(mutation);
        if (errors.stream().anyMatch(e -> e.rule().equals("unknown-field"))) {
            strict++;
            return;
        }
        if (agree(verdict, errors)) {
            agreed++;
        } else if (known.explain(mutation)) {
            explained++;
        } else {
            differences.add(mutation + " | we " + said(errors) + " | the server " + verdict.code() + " "
                    + verdict.fields() + " " + verdict.message());
        }
    }

    private static boolean agree(Verdict verdict, List<Finding> errors) {
        boolean sameDecision = verdict.accepts() == errors.isEmpty();
        boolean one = verdict.namesFields() && verdict.fields().size() == 1;
        return sameDecision && (!one || fields(errors).equals(verdict.fields()));
    }

    private static Set<String> fields(List<Finding> errors) {
        Set<String> fields = new TreeSet<>();
        errors.forEach(e -> fields.add(e.field()));
        return fields;
    }

    private static List<String> said(List<Finding> errors) {
        return errors.stream().map(e -> e.field() + ": " + e.words()).toList();
    }
}
