package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import org.jspecify.annotations.Nullable;

/// The defaults of StatefulSets, DaemonSets, Jobs and CronJobs (`pkg/apis/apps/v1/defaults.go`,
/// `pkg/apis/batch/v1/defaults.go`).
final class WorkloadDefaults {

    private WorkloadDefaults() {}

    static void fill(@Nullable StatefulSetSpec spec) {
        if (spec == null) {
            return;
        }
        if (spec.getReplicas() == null) {
            spec.setReplicas(1);
        }
        if (spec.getPodManagementPolicy() == null) {
            spec.setPodManagementPolicy("OrderedReady");
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(10);
        }
        if (spec.getUpdateStrategy() == null) {
            spec.setUpdateStrategy(new StatefulSetUpdateStrategy());
        }
        StatefulSetUpdateStrategy strategy = spec.getUpdateStrategy();
        if (strategy.getType() == null) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate") && strategy.getRollingUpdate() == null) {
            RollingUpdateStatefulSetStrategy update = new RollingUpdateStatefulSetStrategy();
            update.setPartition(0);
            strategy.setRollingUpdate(update);
        }
        if (strategy.getRollingUpdate() != null) {
            // a server whose gate MaxUnavailableStatefulSet is off drops it (`statefulset/strategy.go`)
            strategy.getRollingUpdate().setMaxUnavailable(null);
        }
    }

    static void fill(@Nullable DaemonSetSpec spec) {
        if (spec == null) {
            return;
        }
        if (spec.getRevisionHistoryLimit() == null) {
            spec.setRevisionHistoryLimit(10);
        }
        if (spec.getUpdateStrategy() == null) {
            spec.setUpdateStrategy(new DaemonSetUpdateStrategy());
        }
        DaemonSetUpdateStrategy strategy = spec.getUpdateStrategy();
        if (strategy.getType() == null) {
            strategy.setType("RollingUpdate");
        }
        if (strategy.getType().equals("RollingUpdate")) {
            if (strategy.getRollingUpdate() == null) {
                strategy.setRollingUpdate(new RollingUpdateDaemonSet());
            }
            RollingUpdateDaemonSet update = strategy.getRollingUpdate();
            if (update.getMaxUnavailable() == null) {
                update.setMaxUnavailable(new IntOrString(1));
            }
            if (update.getMaxSurge() == null) {
                update.setMaxSurge(new IntOrString(0));
            }
        }
    }

    static void fill(@Nullable JobSpec spec) {
        if (spec == null) {
            return;
        }
        if (spec.getCompletions() == null && spec.getParallelism() == null) {
            spec.setCompletions(1);
        }
        if (spec.getParallelism() == null) {
            spec.setParallelism(1);
        }
        if (spec.getBackoffLimit() == null) {
            spec.setBackoffLimit(6);
        }
        if (spec.getCompletionMode() == null) {
            spec.setCompletionMode("NonIndexed");
        }
        if (spec.getSuspend() == null) {
            spec.setSuspend(false);
        }
    }

    static void fill(@Nullable CronJobSpec spec) {
        if (spec == null) {
            return;
        }
        if (spec.getConcurrencyPolicy() == null) {
            spec.setConcurrencyPolicy("Allow");
        }
        if (spec.getSuspend() == null) {
            spec.setSuspend(false);
        }
        if (spec.getSuccessfulJobsHistoryLimit() == null) {
            spec.setSuccessfulJobsHistoryLimit(3);
        }
        if (spec.getFailedJobsHistoryLimit() == null) {
            spec.setFailedJobsHistoryLimit(1);
        }
    }
}
