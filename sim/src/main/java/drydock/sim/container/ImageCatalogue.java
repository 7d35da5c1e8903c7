package drydock.sim.container;

import java.util.List;
import java.util.TreeMap;

/// What well-known images do when they are run, by the last part of their name, whichever registry they come from.
public final class ImageCatalogue {

    private static final String WELCOME = """
        <html>
        <head><title>Welcome to nginx!</title></head>
        <body><h1>Welcome to nginx!</h1></body>
        </html>
        """;

    private ImageCatalogue() {}

    /// What `name` holds; of an image that is not known, that it runs on.
    public static Image find(ImageName name) {
        return switch (name.shortName()) {
            case "nginx" -> web("/usr/share/nginx/html");
            case "httpd" -> web("/usr/local/apache2/htdocs");
            case "busybox", "alpine" -> shell();
            default -> new Image(List.of("run"), List.of(), ShellCommands.all(), new TreeMap<>(), true);
        };
    }

    private static Image web(String root) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put(root + "/index.html", WELCOME);
        TreeMap<String, Command> commands = new TreeMap<>(ShellCommands.all());
        commands.put("nginx", new WebServer(80, root));
        commands.put("httpd", new WebServer(80, root));
        commands.put("httpd-foreground", new WebServer(80, root));
        return new Image(List.of("nginx"), List.of(), commands, files, false);
    }

    private static Image shell() {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
        return new Image(List.of(), List.of("sh"), ShellCommands.all(), files, false);
    }
}
