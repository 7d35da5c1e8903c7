package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.drain.NodePods;
import drydock.sim.kubectl.drain.NodePods.Concern;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import tools.jackson.databind.json.JsonMapper;

/// Asks before a node is emptied: which Pods go, which stay or stand in the way, and which budgets hold it up.
final class DrainDialog extends ChangeDialog {

    private static final int MOST_ROWS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLOSED = "{\"spec\":{\"unschedulable\":true}}";

    private final Map<Concern, CheckBox> agreed = new EnumMap<>(Concern.class);
    private final Label summary = text("");
    private final ListView<String> list = new ShortList<>(MOST_ROWS);
    private final GraceField grace = new GraceField("act-grace");
    private final BiConsumer<List<Pod>, OptionalLong> closed;
    private NodePods pods = new NodePods(List.of());

    /// What is known of the node's Pods, and of the budgets that let none of theirs go at the moment.
    private record Found(NodePods pods, List<String> budgets) {}

    /// @param closed told what is to go and how many seconds it is given, once the node is closed to new Pods
    DrainDialog(Place place, Target target, BiConsumer<List<Pod>, OptionalLong> closed) {
        super(place, target, words().get("act.drain.title", target.id().name()), words().get("act.drain.do"));
        this.closed = closed;
        button().setDisable(true);
        list.setId("act-pods");
        summary.setText(messages().get("act.drain.loading"));
        grace.isRight().subscribe(_ -> judge());
        show(text(messages().get("act.drain.text", target.id().name())), summary, list, grace);
        String node = target.id().name();
        target.session()
                .ask(cluster -> {
                    NodePods there = NodePods.of(cluster, node, "");
                    return new Found(there, budgets(cluster, there));
                })
                .then(this::found)
                .otherwise(this::cannot)
                .start();
    }

    private static List<String> budgets(Cluster cluster, NodePods pods) {
        List<String> tight = new ArrayList<>();
        cluster.list(Query.all(Kinds.POD_DISRUPTION_BUDGET)).stream()
                .flatMap(object -> Budget.of(object).stream())
                .filter(budget -> budget.allowed() <= 0)
                .filter(budget -> pods.all().stream().map(NodePods.Judged::pod).anyMatch(pod -> budget.selects(pod)))
                .forEach(budget ->
                        tight.add(budget.id().namespace() + "/" + budget.id().name()));
        return tight;
    }

    /// A budget in whichever version the server has it.
    private record Budget(ResourceId id, LabelSelector selector, int allowed) {

        static Optional<Budget> of(HasMetadata object) {
            PodDisruptionBudget budget = JSON.convertValue(object, PodDisruptionBudget.class);
            if (budget.getSpec() == null || budget.getStatus() == null) {
                return Optional.empty();
            }
            Integer allowed = budget.getStatus().getDisruptionsAllowed();
            return Optional.of(new Budget(
                    ResourceId.of(object),
                    LabelSelector.of(budget.getSpec().getSelector()),
                    allowed == null ? 0 : allowed));
        }

        boolean selects(Pod pod) {
            return id.namespace().equals(pod.getMetadata().getNamespace()) && selector.matches(pod);
        }
    }

    private void found(Found found) {
        pods = found.pods();
        for (Concern concern : Concern.values()) {
            List<Pod> concerned = pods.concerned(concern);
            if (!concerned.isEmpty()) {
                CheckBox box = new CheckBox(messages().get("act.drain." + concern, concerned.size()));
                box.setId("act-agree-" + concern.name().toLowerCase(Locale.ROOT));
                box.setWrapText(true);
                box.setMinHeight(Region.USE_PREF_SIZE);
                box.setSelected(concern == Concern.DAEMON_SET);
                box.selectedProperty().subscribe(_ -> judge());
                agreed.put(concern, box);
                add(box);
            }
        }
        if (!found.budgets().isEmpty()) {
            add(warning(messages().get("act.drain.budgets", String.join(", ", found.budgets()))));
        }
        judge();
    }

    private Set<Concern> agreed() {
        Set<Concern> all = EnumSet.noneOf(Concern.class);
        agreed.forEach((concern, box) -> {
            if (box.isSelected()) {
                all.add(concern);
            }
        });
        return all;
    }

    private void judge() {
        Set<Concern> now = agreed();
        long refused = pods.refused(now).values().stream().mapToLong(List::size).sum();
        List<Pod> going = pods.going(now);
        list.getItems()
                .setAll(going.stream()
                        .map(pod -> pod.getMetadata().getNamespace() + "/"
                                + pod.getMetadata().getName())
                        .toList());
        summary.setText(
                refused > 0
                        ? messages().get("act.drain.refused", refused)
                        : going.isEmpty()
                                ? messages().get("act.drain.none")
                                : messages().get("act.drain.going", going.size()));
        list.setVisible(!going.isEmpty());
        list.setManaged(!going.isEmpty());
        button().setDisable(refused > 0 || !grace.isRight().getValue());
        grow();
    }

    /// First the node is closed, so that nothing comes to it while its Pods go.
    @Override
    Tasks.Work<?> change() {
        return target().session().ask(cluster -> cluster.patch(target().id(), new Patch(Patch.Type.MERGE, CLOSED)));
    }

    @Override
    void done(Object answer) {
        closed.accept(pods.going(agreed()), grace.seconds());
    }
}
