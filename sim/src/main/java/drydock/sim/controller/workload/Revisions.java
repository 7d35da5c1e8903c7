package drydock.sim.controller.workload;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The history of the templates of StatefulSets and DaemonSets (`pkg/controller/history/controller_history.go`).
public final class Revisions {

    /// The label by which a Pod says which revision it was made of.
    public static final String HASH = "controller-revision-hash";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Comparator<ControllerRevision> BY_AGE = Comparator.comparing(ControllerRevision::getRevision)
            .thenComparing(r -> r.getMetadata().getCreationTimestamp())
            .thenComparing(r -> r.getMetadata().getName());

    private final ApiServer api;
    private final String hashLabel;
    private final Informer<ControllerRevision> informer;

    /// @param hashLabel the label that a revision's own hash stands in
    public Revisions(ApiServer api, String hashLabel) {
        this.api = api;
        this.hashLabel = hashLabel;
        informer = new Informer<>(
                api, Kinds.CONTROLLER_REVISION, ControllerRevision.class, r -> List.of(Owners.indexKey(r)));
    }

    /// The revisions of `owner`, the oldest first.
    public List<ControllerRevision> of(HasMetadata owner) {
        return informer.of(Owners.key(owner.getMetadata().getUid())).stream()
                .sorted(BY_AGE)
                .toList();
    }

    /// The revision of `template`: the newest, if it is that one; an older one, made the newest; or a new one.
    ///
    /// @param known [#of] the owner
    public ControllerRevision current(HasMetadata owner, PodTemplateSpec template, List<ControllerRevision> known) {
        Object data = data(template);
        Optional<ControllerRevision> equal = known.reversed().stream()
                .filter(r -> data.equals(JSON.convertValue(r.getData(), Object.class)))
                .findFirst();
        long next = known.isEmpty() ? 1 : known.getLast().getRevision() + 1;
        if (equal.isEmpty()) {
            return create(owner, template, data, next);
        }
        if (equal.get().equals(known.getLast())) {
            return equal.get();
        }
        return (ControllerRevision) api.replace(
                new ControllerRevisionBuilder(equal.get()).withRevision(next).build());
    }

    /// The template that `revision` remembers.
    public static PodTemplateSpec template(ControllerRevision revision) {
        Map<?, ?> data = JSON.convertValue(revision.getData(), Map.class);
        Map<Object, Object> template = new LinkedHashMap<>((Map<?, ?>) ((Map<?, ?>) data.get("spec")).get("template"));
        template.remove("$patch");
        return JSON.convertValue(template, PodTemplateSpec.class);
    }

    /// Deletes the oldest revisions that nothing lives of, down to `limit` of those.
    ///
    /// @param live the names of revisions that stay
    public void trim(List<ControllerRevision> known, Set<String> live, int limit) {
        List<ControllerRevision> past = known.stream()
                .filter(r -> !live.contains(r.getMetadata().getName()))
                .toList();
        past.stream()
                .limit(Math.max(0, past.size() - limit))
                .forEach(r -> api.delete(ResourceId.of(r), Deletion.DEFAULT));
    }

    static Object data(PodTemplateSpec template) {
        Map<?, ?> written = JSON.convertValue(template, Map.class);
        Map<Object, Object> fields = new LinkedHashMap<>(written);
        fields.put("$patch", "replace");
        return Map.of("spec", Map.of("template", fields));
    }

    private ControllerRevision create(HasMetadata owner, PodTemplateSpec template, Object data, long number) {
        for (int collisions = 0; ; collisions++) {
            ControllerRevision revision = revision(owner, template, data, number, collisions);
            Optional<HasMetadata> taken = api.get(ResourceId.of(revision));
            if (taken.isEmpty()) {
                return (ControllerRevision) api.create(revision);
            }
            if (taken.get() instanceof ControllerRevision same
                    && data.equals(JSON.convertValue(same.getData(), Object.class))
                    && Owners.controller(same)
                            .filter(o -> o.getUid().equals(owner.getMetadata().getUid()))
                            .isPresent()) {
                return same;
            }
        }
    }

    private ControllerRevision revision(
            HasMetadata owner, PodTemplateSpec template, Object data, long number, int collisions) {
        String hash = TemplateHash.of(data, collisions);
        Map<String, String> labels = new LinkedHashMap<>();
        if (template.getMetadata() != null) {
            labels.putAll(Objects.requireNonNullElse(template.getMetadata().getLabels(), Map.of()));
        }
        labels.put(hashLabel, hash);
        return new ControllerRevisionBuilder()
                .withNewMetadata()
                .withName(owner.getMetadata().getName() + "-" + hash)
                .withNamespace(owner.getMetadata().getNamespace())
                .withLabels(labels)
                .withAnnotations(owner.getMetadata().getAnnotations())
                .withOwnerReferences(Owners.controlledBy(owner))
                .endMetadata()
                .withData(data)
                .withRevision(number)
                .build();
    }
}
