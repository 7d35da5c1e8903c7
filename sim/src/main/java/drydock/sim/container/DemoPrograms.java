package drydock.sim.container;

import drydock.model.resource.Quantities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The images that tutorials use: servers that say who answered, and programs that run and end.
final class DemoPrograms {

    private DemoPrograms() {}

    static Image image(String name) {
        Command program = switch (name) {
            case "whoami" -> server(80, m -> "Hostname: " + host(m) + "\n");
            case "hello-app" -> server(8080, m -> "Hello, world!\nVersion: 1.0.0\nHostname: " + host(m) + "\n");
            case "kubernetes-bootcamp" ->
                server(8080, m -> "Hello Kubernetes bootcamp! | Running on: " + host(m) + " | v=1\n");
            case "echoserver" -> server(8080, m -> "Hostname: " + host(m) + "\n");
            case "podinfo" -> server(9898, m -> "{\"hostname\": \"" + host(m) + "\"}\n");
            case "http-echo" -> DemoPrograms::echo;
            case "hpa-example" -> DemoPrograms::busy;
            case "perl" -> DemoPrograms::perl;
            case "stress" -> DemoPrograms::stress;
            default ->
                p -> {
                    p.print("\n"
                            + "Hello from Docker!\n"
                            + "This message shows that your installation appears to be working correctly.\n");
                    p.exit(0);
                };
        };
        return ImageCatalogue.image(
                List.of(name),
                List.of(),
                Map.of(name, program),
                new TreeMap<>(Map.of("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")));
    }

    private static Command server(int port, Function<ContainerProcess, String> page) {
        return p -> {
            p.onTerm(() -> p.exit(0));
            Serving.on(p, port, (_, then) -> then.accept(Reply.ok(page.apply(p))));
        };
    }

    private static String host(ContainerProcess p) {
        return p.container().network().hostname();
    }

    private static void echo(ContainerProcess p) {
        String text = argument(p, "-text", "hello-world");
        String listen = argument(p, "-listen", ":5678").replaceFirst(".*:", "");
        int port = listen.matches("\\d{1,5}") ? Integer.parseInt(listen) : 5678;
        server(port, _ -> text + "\n").run(p);
    }

    /// php-apache of the autoscaling walkthrough: each request computes for a while.
    private static void busy(ContainerProcess p) {
        p.container().load().costs(2_000);
        server(80, _ -> "OK!\n").run(p);
    }

    /// Computing pi, as the Job of the documentation does.
    private static void perl(ContainerProcess p) {
        p.after(Duration.ofSeconds(4), () -> {
            p.print("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534\n");
            p.exit(0);
        });
    }

    private static void stress(ContainerProcess p) {
        String bytes = argument(p, "--vm-bytes", argument(p, "-mem-total", "0"));
        String unit = bytes.replaceFirst("^[\\d.]+", "");
        String amount = bytes.substring(0, bytes.length() - unit.length());
        long memory = Quantities.parse(amount + (unit.isEmpty() || unit.endsWith("i") ? unit : unit + "i"))
                .map(Quantities::value)
                .orElse(0L);
        String cpus = argument(p, "--cpu", argument(p, "-c", argument(p, "-cpus", "0")));
        String timeout = argument(p, "--timeout", argument(p, "-t", "")).replaceFirst("s$", "");
        p.container().load().holds(memory, cpus.matches("\\d{1,3}") ? Integer.parseInt(cpus) * 1000L : 0);
        p.onTerm(() -> p.exit(0));
        if (timeout.matches("\\d{1,6}")) {
            p.after(Duration.ofSeconds(Long.parseLong(timeout)), () -> p.exit(0));
        }
    }

    private static String argument(ContainerProcess p, String flag, String otherwise) {
        List<String> words = p.operands();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(flag + "=")) {
                return words.get(i).substring(flag.length() + 1);
            }
            if (words.get(i).equals(flag) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
        }
        return otherwise;
    }
}
