package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a Job does not say: the selector by which it finds its own Pods, and the labels they carry for it
/// (`pkg/registry/batch/job/strategy.go generateSelector`, `pkg/apis/batch/v1/defaults.go`).
final class JobDefaults {

    private static final String PREFIX = "batch.kubernetes.io/";

    private JobDefaults() {}

    /// Fills in a new `job`, which has its uid.
    static void onCreate(Job job) {
        JobSpec spec = job.getSpec();
        if (spec == null || spec.getTemplate() == null) {
            return;
        }
        if (spec.getTemplate().getMetadata() == null) {
            spec.getTemplate().setMetadata(new ObjectMeta());
        }
        ObjectMeta template = spec.getTemplate().getMetadata();
        if (isEmpty(job.getMetadata().getLabels()) && !isEmpty(template.getLabels())) {
            job.getMetadata().setLabels(new LinkedHashMap<>(template.getLabels()));
        }
        if (Boolean.TRUE.equals(spec.getManualSelector())) {
            return;
        }
        String uid = job.getMetadata().getUid();
        Map<String, String> labels = new LinkedHashMap<>();
        if (template.getLabels() != null) {
            labels.putAll(template.getLabels());
        }
        String name = job.getMetadata().getName();
        labels.put(PREFIX + "controller-uid", uid);
        labels.put(PREFIX + "job-name", name);
        labels.put("controller-uid", uid);
        labels.put("job-name", name);
        template.setLabels(labels);
        LabelSelector selector = spec.getSelector() == null ? new LabelSelector() : spec.getSelector();
        Map<String, String> own = new LinkedHashMap<>();
        if (selector.getMatchLabels() != null) {
            own.putAll(selector.getMatchLabels());
        }
        own.put(PREFIX + "controller-uid", uid);
        selector.setMatchLabels(own);
        spec.setSelector(selector);
    }

    static void fill(JobSpec spec) {
        if (spec.getBackoffLimit() == null && spec.getBackoffLimitPerIndex() != null) {
            spec.setBackoffLimit(Integer.MAX_VALUE);
        }
        if (spec.getPodReplacementPolicy() == null) {
            spec.setPodReplacementPolicy(spec.getPodFailurePolicy() == null ? "TerminatingOrFailed" : "Failed");
        }
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty();
    }
}
