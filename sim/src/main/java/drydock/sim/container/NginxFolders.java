package drydock.sim.container;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What nginx makes before it serves: folders for what does not fit into memory, and a file with its process's number.
/// In a root file system that is read-only it can do so in volumes only, and ends with 1 otherwise.
///
/// @param cache where the folders are made
/// @param run where the file is written
/// @param server what runs then
record NginxFolders(String cache, String run, Command server) implements Command {

    private static final List<String> FOLDERS =
            List.of("client_temp", "proxy_temp", "fastcgi_temp", "uwsgi_temp", "scgi_temp");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public void run(ContainerProcess process) {
        if (!process.container().isSealed() || made(process)) {
            server.run(process);
        }
    }

    private boolean made(ContainerProcess process) {
        Files files = process.container().files();
        for (String folder : FOLDERS) {
            String path = cache + "/" + folder;
            if (!files.isDirectory(path) && files.isReadOnly(path)) {
                return refused(process, "mkdir() \"" + path + "\"");
            }
            files.makeDirectories(path);
        }
        String pid = run + "/nginx.pid";
        boolean linked = run.equals("/var/run") && files.isReadOnly(pid) && !files.isReadOnly("/run/nginx.pid");
        String text = process.pid() + "\n";
        return files.write(linked ? "/run/nginx.pid" : pid, text) || refused(process, "open() \"" + pid + "\"");
    }

    private static boolean refused(ContainerProcess process, String call) {
        String why = call + " failed (30: Read-only file system)\n";
        String when = TIME.format(process.container().engine().now());
        process.complain(when + " [emerg] " + process.pid() + "#" + process.pid() + ": " + why);
        process.complain("nginx: [emerg] " + why);
        process.exit(1);
        return false;
    }
}
