package drydock.sim.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What well-known images do when they are run, by the last part of their name, whichever registry they come from.
public final class ImageCatalogue {

    private static final String WELCOME = """
        <html>
        <head><title>Welcome to nginx!</title></head>
        <body><h1>Welcome to nginx!</h1></body>
        </html>
        """;
    private static final String ENTRYPOINT = "docker-entrypoint.sh";

    /// Those that were asked for, by the last part of their names.
    private static final Map<String, Image> MADE = new ConcurrentHashMap<>();

    /// Those whose programs run as root unless a Pod says otherwise.
    private static final Set<String> OF_ROOT = Set.of(
            "nginx",
            "httpd",
            "caddy",
            "busybox",
            "alpine",
            "ubuntu",
            "debian",
            "centos",
            "fedora",
            "rockylinux",
            "bash",
            "redis",
            "valkey",
            "postgres",
            "mysql",
            "mariadb",
            "mongo",
            "rabbitmq",
            "perl",
            "whoami",
            "hello-world");

    private ImageCatalogue() {}

    /// Whether what `name` holds runs as root by itself; of an image that is not known nobody can tell.
    public static boolean runsAsRoot(ImageName name) {
        return OF_ROOT.contains(name.shortName());
    }

    /// What `name` holds; of an image that is not known, that it runs on.
    public static Image find(ImageName name) {
        return find(name, List.of());
    }

    /// What `name` holds; of an image that is not known, that it runs on and listens on `ports`.
    public static Image find(ImageName name, List<Integer> ports) {
        Image known = MADE.computeIfAbsent(name.shortName(), ImageCatalogue::known);
        return known == null ? unknown(ports) : known;
    }

    /// Null if nobody described an image of that name.
    private static @Nullable Image known(String name) {
        return switch (name) {
            case "nginx" -> nginx(80, "/var/cache/nginx", "/var/run");
            case "nginx-unprivileged" -> nginx(8080, "/tmp", "/tmp");
            case "httpd" ->
                web(
                        List.of("httpd-foreground"),
                        80,
                        "/usr/local/apache2/htdocs",
                        "<html><body><h1>It works!</h1></body></html>\n");
            case "caddy" ->
                web(List.of("caddy", "run"), 80, "/usr/share/caddy", "<h1>Your web server is working.</h1>\n");
            case "busybox", "alpine" -> shell("sh");
            case "ubuntu", "debian", "centos", "fedora", "rockylinux", "bash" -> shell("bash");
            case "curl" -> program(List.of("curl"), List.of("--help"), Map.of());
            case "redis", "valkey" -> program(List.of(ENTRYPOINT), List.of("redis-server"), DataServers.redis());
            case "haproxy" ->
                program(List.of(ENTRYPOINT), List.of("haproxy", "-W"), Map.of("haproxy", Balancer.haproxy()));
            case "memcached" -> program(List.of(ENTRYPOINT), List.of("memcached"), DataServers.memcached());
            case "postgres" -> program(List.of(ENTRYPOINT), List.of("postgres"), DataServers.postgres());
            case "mysql", "mariadb" -> program(List.of(ENTRYPOINT), List.of("mysqld"), DataServers.mysql());
            case "mongo" -> program(List.of(ENTRYPOINT), List.of("mongod"), DataServers.mongo());
            case "rabbitmq" -> program(List.of(ENTRYPOINT), List.of("rabbitmq-server"), DataServers.rabbit());
            case "elasticsearch" ->
                program(List.of("elasticsearch"), List.of(), Map.of("elasticsearch", new SearchServer()));
            case "filebeat", "fluent-bit", "fluentd" ->
                program(List.of("filebeat"), List.of("-e"), Map.of("filebeat", new LogShipper()));
            case "whoami", "hello-app", "kubernetes-bootcamp", "echoserver", "http-echo", "hpa-example", "podinfo" ->
                DemoPrograms.image(name);
            case "hello-world", "perl", "stress" -> DemoPrograms.image(name);
            case "pause" ->
                new Image(List.of("pause"), List.of(), Map.of("pause", _ -> {}), new TreeMap<>(), Optional.empty());
            default -> null;
        };
    }

    /// An image that nobody described: whatever program it is asked for runs on and listens on `ports`.
    public static Image unknown(List<Integer> ports) {
        return new Image(
                List.of("run"), List.of(), ShellCommands.all(), new TreeMap<>(), Optional.of(new Appliance(ports)));
    }

    private static Image nginx(int port, String cache, String run) {
        String root = "/usr/share/nginx/html";
        Map<String, Command> programs = new TreeMap<>();
        Command server = Balancer.nginx(new WebServer(port, root, "/var/log/nginx"));
        programs.put("nginx", new NginxFolders(cache, run, server));
        programs.put("httpd", new WebServer(port, root, ""));
        return image(
                List.of("/" + ENTRYPOINT),
                List.of("nginx", "-g", "daemon off;"),
                programs,
                new TreeMap<>(Map.of(
                        root + "/index.html",
                        WELCOME,
                        root + "/50x.html",
                        "<h1>An error occurred.</h1>\n",
                        "/etc/nginx/nginx.conf",
                        "events {}\nhttp { include /etc/nginx/conf.d/*.conf; }\n")));
    }

    private static Image web(List<String> program, int port, String root, String page) {
        WebServer server = new WebServer(port, root, "/usr/local/apache2/logs");
        return image(
                program,
                List.of(),
                Map.of(program.getFirst(), server, "httpd", server),
                new TreeMap<>(Map.of(root + "/index.html", page)));
    }

    private static Image shell(String shell) {
        return image(
                List.of(),
                List.of(shell),
                Map.of(),
                new TreeMap<>(Map.of("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")));
    }

    private static Image program(List<String> entrypoint, List<String> arguments, Map<String, Command> programs) {
        return image(entrypoint, arguments, programs, new TreeMap<>());
    }

    /// Programs of its own beside those of a BusyBox.
    static Image image(
            List<String> entrypoint,
            List<String> arguments,
            Map<String, Command> programs,
            SortedMap<String, String> files) {
        TreeMap<String, Command> commands = new TreeMap<>(ShellCommands.all());
        commands.put(ENTRYPOINT, ImageCatalogue::entrypoint);
        commands.putAll(programs);
        return new Image(entrypoint, arguments, commands, files, Optional.empty());
    }

    /// What the official images begin with: it runs what it is given.
    private static void entrypoint(ContainerProcess process) {
        if (process.operands().isEmpty()) {
            process.exit(0);
        } else {
            process.become(process.operands(), process.streams());
        }
    }
}
