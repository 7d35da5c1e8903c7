package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `create deployment NAME` and the like: objects of a few words (`kubectl/pkg/cmd/create`).
final class CreateNamed {

    static final List<Flag> FLAGS = List.of(
            Flag.whole("--replicas", 1),
            Flag.whole("--port", -1),
            Flag.text("--from-literal"),
            Flag.text("--schedule"),
            Flag.text("--tcp"),
            Flag.whole("--node-port", 0),
            Flag.text("--clusterip"),
            Flag.text("--external-name"));

    static final List<String> USAGE = List.of(
            "create deployment NAME --image=image -- [COMMAND] [args...]",
            "create cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...]",
            "create namespace NAME",
            "create configmap NAME [--from-literal=key1=value1]",
            "create secret generic NAME [--from-literal=key1=value1]",
            "create service clusterip|nodeport|loadbalancer NAME [--tcp=<port>:<targetPort>]",
            "create service externalname NAME --external-name external.name",
            "create serviceaccount NAME");

    private static final Map<String, String> SHORT = Map.of(
            "deploy",
            "deployment",
            "cj",
            "cronjob",
            "ns",
            "namespace",
            "cm",
            "configmap",
            "svc",
            "service",
            "sa",
            "serviceaccount");
    private static final Set<String> KINDS =
            Set.of("deployment", "cronjob", "namespace", "configmap", "secret", "service", "serviceaccount");

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
        Creation.create(command, new CreateNamed(command).object(), "created");
        command.done().accept(0);
    }

    private static String kind(String word) {
        return SHORT.getOrDefault(word, word);
    }

    private HasMetadata object() {
        String kind = kind(words.getFirst());
        return switch (kind) {
            case "deployment" -> deployment(name(kind, 1));
            case "cronjob" -> cronJob(name(kind, 1));
            case "namespace" ->
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .endMetadata()
                        .build();
            case "configmap" ->
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .withNamespace(command.namespace())
                        .endMetadata()
                        .withData(literals())
                        .build();
            case "secret" -> secret();
            case "service" -> CreateService.of(command, words, name(kind, 2));
            default ->
                new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(name(kind, 1))
                        .withNamespace(command.namespace())
                        .endMetadata()
                        .build();
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

    private HasMetadata deployment(String name) {
        Map<String, String> labels = Map.of("app", name);
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(command.namespace())
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(Integer.valueOf(arguments.flag("--replicas").orElse("1")))
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withContainers(containers())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private HasMetadata cronJob(String name) {
        String schedule = required("--schedule");
        return new CronJobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(command.namespace())
                .endMetadata()
                .withNewSpec()
                .withSchedule(schedule)
                .withNewJobTemplate()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withContainers(new ContainerBuilder(containers().getFirst())
                        .withName(name)
                        .build())
                .withRestartPolicy("OnFailure")
                .endSpec()
                .endTemplate()
                .endSpec()
                .endJobTemplate()
                .endSpec()
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
                    .withCommand(program);
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

    private HasMetadata secret() {
        if (words.size() < 2 || !words.get(1).equals("generic")) {
            throw new CommandFailure("error: the simulation creates secrets of the kind generic only:"
                    + "\nkubectl create secret generic NAME [--from-literal=key1=value1]");
        }
        Map<String, String> data = new LinkedHashMap<>();
        literals()
                .forEach((key, value) ->
                        data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name("secret generic", 2))
                .withNamespace(command.namespace())
                .endMetadata()
                .withType("Opaque")
                .withData(data)
                .build();
    }

    private Map<String, String> literals() {
        Map<String, String> literals = new LinkedHashMap<>();
        for (String literal : arguments.values("--from-literal")) {
            int equals = literal.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("error: invalid literal source " + literal + ", expected key=value");
            }
            String key = literal.substring(0, equals);
            if (literals.put(key, literal.substring(equals + 1)) != null) {
                throw new CommandFailure(
                        "error: cannot add key \"" + key + "\", another key by that name already exists in Data");
            }
        }
        return literals;
    }

    private String required(String flag) {
        return arguments
                .flag(flag)
                .orElseThrow(() -> new CommandFailure("error: required flag(s) \"" + flag.substring(2) + "\" not set"));
    }
}
