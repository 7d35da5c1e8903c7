package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `create deployment NAME` and the like: objects of a few words (`kubectl/pkg/cmd/create`).
final class CreateNamed {

    static final List<Flag> FLAGS = Stream.of(
                    List.of(
                            Flag.whole("--replicas", 1),
                            Flag.whole("--port", -1),
                            Flag.text("--schedule"),
                            Flag.text("--restart"),
                            Flag.text("--tcp"),
                            Flag.whole("--node-port", 0),
                            Flag.text("--clusterip"),
                            Flag.text("--external-name")),
                    DataSources.FLAGS,
                    CreateSecret.FLAGS,
                    CreateAccess.FLAGS,
                    CreateLimits.FLAGS,
                    CreateIngress.FLAGS)
            .flatMap(List::stream)
            .toList();

    static final List<String> USAGE = Stream.of(
                    List.of(
                            "create deployment NAME --image=image -- [COMMAND] [args...]",
                            "create cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...]",
                            "create namespace NAME",
                            "create configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1]"),
                    CreateSecret.USAGE,
                    List.of(
                            "create service clusterip|nodeport|loadbalancer NAME [--tcp=<port>:<targetPort>]",
                            "create service externalname NAME --external-name external.name",
                            "create serviceaccount NAME",
                            CreateIngress.USAGE),
                    CreateAccess.USAGE,
                    CreateLimits.USAGE)
            .flatMap(List::stream)
            .toList();

    /// What kubectl says before a refusal; of other kinds it hands on what the server says.
    private static final Map<String, String> FAILING = Map.ofEntries(
            Map.entry("deployment", "deployment:"),
            Map.entry("cronjob", "cronjob:"),
            Map.entry("configmap", "configmap:"),
            Map.entry("secret", "secret"),
            Map.entry("serviceaccount", "serviceaccount:"),
            Map.entry("ingress", "ingress:"),
            Map.entry("resourcequota", "quota:"),
            Map.entry("poddisruptionbudget", "poddisruptionbudgets:"),
            Map.entry("priorityclass", "priorityclass:"),
            Map.entry("rolebinding", "rolebinding:"),
            Map.entry("clusterrolebinding", "clusterrolebinding:"));

    private static final Set<String> KINDS = Stream.of(
                    Set.of(
                            "deployment",
                            "cronjob",
                            "namespace",
                            "configmap",
                            "secret",
                            "service",
                            "serviceaccount",
                            "ingress"),
                    CreateAccess.KINDS,
                    CreateLimits.KINDS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Invocation command;
    private final CommandArguments arguments;
    private final List<String> words;

    private CreateNamed(Invocation command) {
        this.command = command;
        this.arguments = command.arguments();
        this.words = arguments.words().subList(0, Math.min(arguments.words().size(), arguments.beforeDashes()));
    }

    static boolean isMeant(Invocation command) {
        List<String> words = command.arguments().words();
        return !words.isEmpty() && KINDS.contains(kind(words.getFirst()));
    }

    static void run(Invocation command) {
        CreateNamed named = new CreateNamed(command);
        HasMetadata object = named.object();
        try {
            Creation.create(command, object, "created");
        } catch (ClusterException refused) {
            throw named.failing()
                    .map(what -> new CommandFailure("error: failed to create " + what + " " + refused.getMessage()))
                    .orElseThrow(() -> refused);
        }
        command.done().accept(0);
    }

    private Optional<String> failing() {
        String kind = kind(words.getFirst());
        return kind.equals("service")
                ? Optional.of(CreateService.type(words.get(1)) + " service:")
                : Optional.ofNullable(FAILING.get(kind));
    }

    private static String kind(String word) {
        return Kinds.named(word)
                .filter(known -> known.shortNames().contains(word))
                .map(ResourceKind::singular)
                .orElse(word);
    }

    private HasMetadata object() {
        String kind = kind(words.getFirst());
        return switch (kind) {
            case "deployment" -> deployment(containers(), name(kind, 1));
            case "cronjob" -> cronJob(name(kind, 1));
            case "namespace" ->
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .endMetadata()
                        .withNewSpec()
                        .endSpec()
                        .withNewStatus()
                        .endStatus()
                        .build();
            case "configmap" ->
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .withNamespace(Creation.namespace(command))
                        .endMetadata()
                        .withData(DataSources.of(command))
                        .build();
            case "secret" -> CreateSecret.of(command, words.size() < 2 ? "" : words.get(1), name("secret", 2));
            case "service" -> CreateService.of(command, words, name(kind, 2));
            case "ingress" -> CreateIngress.of(command, name(kind, 1));
            case "serviceaccount" ->
                new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .withNamespace(Creation.namespace(command))
                        .endMetadata()
                        .build();
            default ->
                CreateAccess.KINDS.contains(kind)
                        ? CreateAccess.of(command, kind, name(kind, 1))
                        : CreateLimits.of(command, kind, name(kind, 1));
        };
    }

    /// The name, the last of the words; `before` of them say what is created.
    private String name(String kind, int before) {
        if (words.size() != before + 1) {
            throw new CommandFailure("error: exactly one NAME is required, got " + Math.max(0, words.size() - before)
                    + "\nSee 'kubectl create " + kind + " -h' for help and examples");
        }
        return words.getLast();
    }

    private HasMetadata deployment(List<Container> containers, String name) {
        Map<String, String> labels = Map.of("app", name);
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(Integer.valueOf(arguments.flag("--replicas").orElse("1")))
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewStrategy()
                .endStrategy()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withContainers(containers)
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
    }

    private HasMetadata cronJob(String name) {
        String schedule = required("--schedule");
        return new CronJobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withNewSpec()
                .withSchedule(schedule)
                .withNewJobTemplate()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .withContainers(new ContainerBuilder(containers().getFirst())
                        .withName(name)
                        .build())
                .withRestartPolicy(arguments.flag("--restart").orElse("OnFailure"))
                .endSpec()
                .endTemplate()
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
    }

    /// One of each image, called as it is.
    private List<Container> containers() {
        if (arguments.values("--image").isEmpty()) {
            throw new CommandFailure("error: required flag(s) \"image\" not set");
        }
        Optional<Integer> port = arguments.flag("--port").map(Integer::valueOf).filter(number -> number > 0);
        List<String> program =
                arguments.words().subList(words.size(), arguments.words().size());
        List<Container> containers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String image : arguments.values("--image")) {
            ContainerBuilder container = new ContainerBuilder()
                    .withName(free(containerName(image), taken))
                    .withImage(image)
                    .withCommand(program)
                    .withNewResources()
                    .endResources();
            port.ifPresent(
                    number -> container.addNewPort().withContainerPort(number).endPort());
            containers.add(container.build());
        }
        return containers;
    }

    /// `nginx` of `docker.io/library/nginx:1.25@sha256:…`.
    private static String containerName(String image) {
        String path = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        String last = path.substring(path.lastIndexOf('/') + 1);
        return (last.contains(":") ? last.substring(0, last.indexOf(':')) : last)
                .replace('_', '-')
                .replace('.', '-');
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private String required(String flag) {
        return arguments
                .flag(flag)
                .orElseThrow(() -> new CommandFailure("error: required flag(s) \"" + flag.substring(2) + "\" not set"));
    }
}
