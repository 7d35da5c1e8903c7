package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `create job NAME`: of an image and a command, or at once what a CronJob would do
/// (`kubectl/pkg/cmd/create/create_job.go`).
final class CreateJob {

    static final List<Flag> FLAGS = List.of(Flag.text("--image"), Flag.text("--from"));
    static final String USAGE = "create job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]";

    private CreateJob() {}

    static boolean isMeant(Invocation command) {
        List<String> words = command.arguments().words();
        return !words.isEmpty() && words.getFirst().equals("job");
    }

    static void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        List<String> words =
                arguments.words().subList(0, Math.min(arguments.words().size(), arguments.beforeDashes()));
        if (words.size() != 2) {
            throw new CommandFailure("error: exactly one NAME is required, got " + (words.size() - 1)
                    + "\nSee 'kubectl create job -h' for help and examples");
        }
        Optional<String> image = arguments.flag("--image");
        Optional<String> from = arguments.flag("--from");
        if (image.isEmpty() == from.isEmpty()) {
            throw new CommandFailure("error: either --image or --from must be specified");
        }
        List<String> program = new ArrayList<>(
                arguments.words().subList(words.size(), arguments.words().size()));
        if (from.isPresent() && !program.isEmpty()) {
            throw new CommandFailure("error: cannot specify --from and command");
        }
        Job job = from.isPresent()
                ? of(command, words.get(1), from.get())
                : of(command, words.get(1), image.orElseThrow(), program);
        try {
            Creation.create(command, job, "created");
        } catch (ClusterException refused) {
            throw new CommandFailure("error: failed to create job: " + refused.getMessage());
        }
        command.done().accept(0);
    }

    private static Job of(Invocation command, String name, String image, List<String> program) {
        return new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(name)
                .withImage(image)
                .withCommand(program)
                .withNewResources()
                .endResources()
                .endContainer()
                .withRestartPolicy("Never")
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
    }

    private static Job of(Invocation command, String name, String from) {
        int slash = from.indexOf('/');
        ResourceKind kind = slash < 0 ? Kinds.CRON_JOB : command.kind(from.substring(0, slash));
        if (!kind.kind().equals(Kinds.CRON_JOB.kind())) {
            throw new CommandFailure("error: from must be an existing cronjob");
        }
        ResourceId id = command.id(kind, from.substring(slash + 1));
        CronJob cron = command.cluster()
                .get(id)
                .map(CronJob.class::cast)
                .orElseThrow(() -> new CommandFailure(
                        "error: unable to get cronjob: cronjobs.batch \"" + id.name() + "\" not found"));
        ObjectMeta template =
                Objects.requireNonNullElseGet(cron.getSpec().getJobTemplate().getMetadata(), ObjectMeta::new);
        return new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .withLabels(template.getLabels())
                .addToAnnotations("cronjob.kubernetes.io/instantiate", "manual")
                .addToAnnotations(template.getAnnotations())
                .addNewOwnerReference()
                .withApiVersion(cron.getApiVersion())
                .withKind(cron.getKind())
                .withName(cron.getMetadata().getName())
                .withUid(cron.getMetadata().getUid())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withSpec(cron.getSpec().getJobTemplate().getSpec())
                .build();
    }
}
