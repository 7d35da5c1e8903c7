package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.ArrayList;
import java.util.List;

/// `autoscale KIND NAME --max=N`: an autoscaler for an object (`kubectl/pkg/cmd/autoscale/autoscale.go`).
final class AutoscaleVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.DRY_RUN,
                Flag.OUTPUT,
                Flag.text("--cpu"),
                Flag.whole("--cpu-percent", -1),
                Flag.text("--memory"),
                Flag.whole("--max", -1),
                Flag.whole("--min", -1),
                Flag.text("--name"));
    }

    @Override
    public List<String> usage() {
        return List.of("autoscale (TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=70%]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        int most = number(arguments, "--max");
        int least = number(arguments, "--min");
        if (arguments.flag("--max").isEmpty()) {
            throw new CommandFailure("error: required flag(s) \"max\" not set");
        }
        if (most < 1) {
            throw new CommandFailure("error: --max=MAXPODS is required and must be at least 1, max: " + most);
        }
        if (most < least) {
            throw new CommandFailure(
                    "error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: " + most + ", min: " + least);
        }
        if (arguments.flag("--cpu-percent").isPresent()) {
            command.printError("Flag --cpu-percent has been deprecated, Use --cpu with percentage or resource quantity"
                    + " format (e.g., '70%' for utilization or '500m' for milliCPU).");
        }
        for (HasMetadata object : Targets.of(command)) {
            if (!isScalable(object)) {
                throw new CommandFailure("error: cannot autoscale a " + Targets.resource(object) + ": could not find"
                        + " scale subresource");
            }
            Creation.create(command, autoscaler(command, object, least, most), "autoscaled");
        }
        command.done().accept(0);
    }

    private static boolean isScalable(HasMetadata object) {
        return object instanceof Deployment
                || object instanceof ReplicaSet
                || object instanceof StatefulSet
                || object instanceof ReplicationController;
    }

    private static HorizontalPodAutoscaler autoscaler(Invocation command, HasMetadata object, int least, int most) {
        String name =
                command.arguments().flag("--name").orElse(object.getMetadata().getName());
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(object.getMetadata().getNamespace())
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef(
                        object.getApiVersion(),
                        object.getKind(),
                        object.getMetadata().getName())
                .withMinReplicas(least > 0 ? least : null)
                .withMaxReplicas(most)
                .withMetrics(metrics(command.arguments()))
                .endSpec()
                .build();
    }

    private static List<MetricSpec> metrics(CommandArguments arguments) {
        List<MetricSpec> metrics = new ArrayList<>();
        int percent = number(arguments, "--cpu-percent");
        if (percent >= 0) {
            metrics.add(metric("cpu", percent + "%"));
        }
        arguments.flag("--cpu").ifPresent(target -> metrics.add(metric("cpu", target)));
        arguments.flag("--memory").ifPresent(target -> metrics.add(metric("memory", target)));
        return metrics;
    }

    private static MetricSpec metric(String resource, String target) {
        MetricTarget wanted = new MetricTarget();
        if (target.matches("\\d{1,5}%")) {
            wanted.setType("Utilization");
            wanted.setAverageUtilization(Integer.parseInt(target.substring(0, target.length() - 1)));
        } else {
            wanted.setType("AverageValue");
            wanted.setAverageValue(new Quantity(target));
        }
        return new MetricSpecBuilder()
                .withType("Resource")
                .withNewResource()
                .withName(resource)
                .withTarget(wanted)
                .endResource()
                .build();
    }

    private static int number(CommandArguments arguments, String flag) {
        return arguments.flag(flag).map(Integer::parseInt).orElse(-1);
    }
}
