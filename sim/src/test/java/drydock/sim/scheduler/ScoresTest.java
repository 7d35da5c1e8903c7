package drydock.sim.scheduler;

import static drydock.sim.Lab.asking;
import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import drydock.model.resource.LabelSelector;
import drydock.sim.Lab;
import drydock.sim.scheduler.SchedulingDecision.NodeScore;
import drydock.sim.scheduler.SchedulingDecision.Outcome;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    @DisplayName("rule 122: the weights of the default profile, and its default spreading")
    void theDefaultProfileWeighsItsScores() {
        Map<String, Integer> weights =
                Profile.DEFAULT.scores().stream().collect(Collectors.toMap(Score::name, Score::weight));

        assertThat(weights)
                .containsOnly(
                        entry("TaintToleration", 3),
                        entry("NodeAffinity", 2),
                        entry("PodTopologySpread", 2),
                        entry("InterPodAffinity", 2),
                        entry("NodeResourcesFit", 1),
                        entry("NodeResourcesBalancedAllocation", 1),
                        entry("ImageLocality", 1));
        assertThat(SpreadConstraint.usual(LabelSelector.EVERYTHING))
                .extracting(SpreadConstraint::topologyKey, SpreadConstraint::maxSkew)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kubernetes.io/hostname", 3),
                        org.assertj.core.groups.Tuple.tuple("topology.kubernetes.io/zone", 5));
    }

    @Test
    @DisplayName("rule 122: of nodes that can take a Pod the one with the most left is best, and it is kept why")
    void theNodeWithTheMostLeftIsBestAndItIsKeptWhy() {
        try (Lab lab = Lab.of("small cpu=2 memory=2Gi", "large cpu=8 memory=8Gi")) {
            lab.apply(asking("web", "cpu: 1, memory: 1Gi", ""));

            SchedulingDecision decision = lab.decision("web");
            assertThat(decision.outcome()).isEqualTo(new Outcome.Placed("large"));
            assertThat(decision.feasible()).isEqualTo(2);
            assertThat(decision.scores()).extracting(NodeScore::node).containsExactly("large", "small");
            assertThat(score(decision, "large", "NodeResourcesFit")).isEqualTo(87);
            assertThat(score(decision, "small", "NodeResourcesFit")).isEqualTo(50);
            assertThat(score(decision, "small", "NodeResourcesBalancedAllocation"))
                    .isEqualTo(100);
            assertThat(score(decision, "large", "TaintToleration")).isEqualTo(300);
            assertThat(decision.scores().getFirst().total())
                    .isGreaterThan(decision.scores().getLast().total());
        }
    }

    private static int score(SchedulingDecision decision, String node, String plugin) {
        return decision.scores().stream()
                .filter(s -> s.node().equals(node))
                .findFirst()
                .orElseThrow()
                .weighted()
                .get(decision.plugins().indexOf(plugin));
    }

    @Test
    @DisplayName("rule 122: Pods of one owner are spread over nodes and zones if it can be helped")
    void podsOfOneOwnerAreSpread() {
        try (Lab lab = Lab.of("a zone=z1 memory=64Gi cpu=64", "b zone=z1", "c zone=z2")) {
            lab.apply("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 6
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: nginx}]}
                """).run(2);

            Map<String, Long> counts = lab.pods().stream()
                    .collect(
                            Collectors.groupingBy(p -> p.getSpec().getNodeName(), TreeMap::new, Collectors.counting()));
            assertThat(counts).containsOnlyKeys("a", "b", "c");
            assertThat(counts.values()).allMatch(n -> n >= 1 && n <= 3);
        }
    }

    @Test
    void aPodGoesWhereItIsDrawnTo() {
        try (Lab lab = Lab.of("a zone=z1", "b zone=z2", "c disk=ssd zone=z2")) {
            lab.apply(sleeper("cache", "app: cache", "  nodeSelector: {kubernetes.io/hostname: a}"));
            lab.apply(sleeper("web", "app: web", """
                  affinity:
                    podAffinity:
                      preferredDuringSchedulingIgnoredDuringExecution:
                      - weight: 50
                        podAffinityTerm:
                          {labelSelector: {matchLabels: {app: cache}}, topologyKey: topology.kubernetes.io/zone}
                """));
            lab.apply(sleeper("fast", "app: fast", """
                  affinity:
                    nodeAffinity:
                      preferredDuringSchedulingIgnoredDuringExecution:
                      - weight: 5
                        preference: {matchExpressions: [{key: disk, operator: In, values: [ssd]}]}
                """));

            assertThat(lab.nodeOf("web")).isEqualTo("a");
            assertThat(score(lab.decision("web"), "a", "InterPodAffinity")).isEqualTo(200);
            assertThat(lab.nodeOf("fast")).isEqualTo("c");
        }
    }

    @Test
    @DisplayName("rule 123: for scoring, what is not asked for counts 100m and 200Mi")
    void whatIsNotAskedForCountsSomethingForScores() {
        PodSpec spec = new PodSpecBuilder()
                .withContainers(
                        new ContainerBuilder().withName("a").build(),
                        new ContainerBuilder().withName("b").build())
                .build();

        PodRequest request = PodRequest.of(spec);

        assertThat(request.scoredCpu()).isEqualTo(200);
        assertThat(request.scoredMemory()).isEqualTo(400L << 20);
        assertThat(request.amounts()).isEmpty();
    }

    @Test
    @DisplayName("rule 124: filtering stops after enough nodes")
    void filteringStopsAfterEnoughNodes() {
        assertThat(IntStream.of(5, 99, 100, 200, 1000, 5000, 10_000).map(NodeSearch::enough))
                .containsExactly(5, 99, 100, 100, 420, 500, 500);
    }

    @Test
    @DisplayName("rule 124: the next search begins where the last one ended")
    void theNextSearchBeginsWhereTheLastOneEnded() {
        try (Lab lab =
                Lab.of(IntStream.range(0, 150).mapToObj("n%03d"::formatted).toArray(String[]::new))) {
            lab.apply(sleeper("one", "app: a", "")).apply(sleeper("two", "app: a", ""));

            assertThat(lab.decision("one").feasible()).isEqualTo(100);
            assertThat(lab.nodeOf("one")).isBetween("n000", "n099");
            assertThat(lab.decision("two").scores())
                    .extracting(NodeScore::node)
                    .allMatch(n -> n.compareTo("n100") >= 0 || n.compareTo("n050") < 0);
        }
    }

    @Test
    @DisplayName("rule 124: of equals one is taken by chance, the same in every run with one seed")
    void ofEqualsOneIsTakenByChance() {
        List<String> places = List.of(placesOfTen(), placesOfTen());

        assertThat(places.getFirst()).isEqualTo(places.getLast());
        assertThat(places.getFirst().chars().distinct().count()).isGreaterThan(2);
    }

    private static String placesOfTen() {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            try (Lab lab = Lab.of("a", "b", "c", "d")) {
                for (int j = 0; j <= i; j++) {
                    lab.apply(sleeper("web", "app: a", ""));
                    if (j < i) {
                        lab.kubectl("delete pod web --grace-period=0 --force");
                        lab.run(3);
                    }
                }
                places.append(lab.nodeOf("web"));
            }
        }
        return places.toString();
    }
}
