package drydock.sim.container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Databases and caches: each listens on its port and answers simple commands of its own client, and refuses to start
/// without what its image needs.
final class DataServers {

    private DataServers() {}

    static Map<String, Command> redis() {
        return Map.of(
                "redis-server",
                p -> {
                    Map<String, String> data = new TreeMap<>();
                    serve(p, port(p, "--port", 6379), "redis", words -> redis(data, words), RedisProtocol::of);
                    p.print("* Ready to accept connections tcp\n");
                },
                "redis-cli",
                new DataClient("redis", 6379));
    }

    private static Reply redis(Map<String, String> data, List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
        String key = words.size() > 1 ? words.get(1) : "";
        return switch (command) {
            case "PING" -> Reply.ok(key.isEmpty() ? "PONG\n" : key + "\n");
            case "SET" -> {
                data.put(key, String.join(" ", words.subList(Math.min(2, words.size()), words.size())));
                yield Reply.ok("OK\n");
            }
            case "GET" -> Reply.ok(data.getOrDefault(key, "(nil)") + "\n");
            case "DEL" -> Reply.ok((data.remove(key) == null ? 0 : 1) + "\n");
            case "INCR" -> {
                String before = data.getOrDefault(key, "0");
                if (!before.matches("-?\\d{1,15}")) {
                    yield new Reply(400, "ERR value is not an integer or out of range\n");
                }
                String now = String.valueOf(Long.parseLong(before) + 1);
                data.put(key, now);
                yield Reply.ok(now + "\n");
            }
            case "KEYS" -> Reply.ok(data.isEmpty() ? "(empty array)\n" : String.join("\n", data.keySet()) + "\n");
            case "DBSIZE" -> Reply.ok(data.size() + "\n");
            case "INFO" -> Reply.ok("redis_version:7.4.0\nrole:master\n");
            default -> new Reply(400, "ERR unknown command '" + command.toLowerCase(Locale.ROOT) + "'\n");
        };
    }

    static Map<String, Command> memcached() {
        return Map.of("memcached", p -> {
            Map<String, String> data = new TreeMap<>();
            Function<List<String>, Reply> answer = words -> switch (words.isEmpty() ? "" : words.getFirst()) {
                case "version" -> Reply.ok("VERSION 1.6.32\r\n");
                case "stats" -> Reply.ok("STAT curr_items " + data.size() + "\r\nEND\r\n");
                case "set" -> {
                    data.put(words.size() > 1 ? words.get(1) : "", words.getLast());
                    yield Reply.ok("STORED\r\n");
                }
                case "get" -> {
                    String key = words.size() > 1 ? words.get(1) : "";
                    String value = data.get(key);
                    yield Reply.ok(
                            value == null
                                    ? "END\r\n"
                                    : "VALUE " + key + " 0 " + value.length() + "\r\n" + value + "\r\nEND\r\n");
                }
                default -> new Reply(400, "ERROR\r\n");
            };
            serve(p, port(p, "-p", 11_211), "memcached", answer, (_, said) -> said.body());
        });
    }

    static Map<String, Command> postgres() {
        return Map.of(
                "postgres",
                p -> {
                    if (missing(p, "POSTGRES_PASSWORD", "POSTGRES_HOST_AUTH_METHOD")) {
                        p.complain("Error: Database is uninitialized and superuser password is not specified.\n"
                                + "       You must specify POSTGRES_PASSWORD to a non-empty value for the\n"
                                + "       superuser. For example, \"-e POSTGRES_PASSWORD=password\" on \"docker"
                                + " run\".\n");
                        p.exit(1);
                        return;
                    }
                    keep(p, "/var/lib/postgresql/data", "PG_VERSION", "17\n");
                    serve(p, 5432, "postgres", DataServers::sql);
                    p.print("LOG:  database system is ready to accept connections\n");
                },
                "psql",
                new DataClient("postgres", 5432),
                "pg_isready",
                new DataClient("postgres", 5432));
    }

    static Map<String, Command> mysql() {
        Command server = p -> {
            if (missing(
                    p,
                    "MYSQL_ROOT_PASSWORD",
                    "MYSQL_ALLOW_EMPTY_PASSWORD",
                    "MYSQL_RANDOM_ROOT_PASSWORD",
                    "MARIADB_ROOT_PASSWORD",
                    "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
                    "MARIADB_RANDOM_ROOT_PASSWORD")) {
                p.complain("[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified\n"
                        + "    You need to specify one of the following as an environment variable:\n"
                        + "    - MYSQL_ROOT_PASSWORD\n"
                        + "    - MYSQL_ALLOW_EMPTY_PASSWORD\n"
                        + "    - MYSQL_RANDOM_ROOT_PASSWORD\n");
                p.exit(1);
                return;
            }
            keep(p, "/var/lib/mysql", "ibdata1", "");
            serve(p, 3306, "mysql", DataServers::sql);
            p.print("[System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections. port: 3306\n");
        };
        DataClient client = new DataClient("mysql", 3306);
        return Map.of("mysqld", server, "mariadbd", server, "mysql", client, "mysqladmin", client, "mariadb", client);
    }

    /// Just so much SQL as a check needs.
    private static Reply sql(List<String> words) {
        String text = String.join(" ", words).replaceAll(";\\s*$", "").strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("ping") || lower.equals("status")) {
            return Reply.ok("");
        }
        var select = Pattern.compile("select\\s+(\\d+|'[^']*')").matcher(lower);
        if (select.matches()) {
            return Reply.ok(select.group(1).replace("'", "") + "\n");
        }
        return lower.matches("(create|insert|update|delete|drop|alter|show|use)\\b.*")
                ? Reply.ok("")
                : new Reply(400, "ERROR:  this database knows no such statement: " + text + "\n");
    }

    static Map<String, Command> mongo() {
        DataClient client = new DataClient("mongo", 27_017);
        return Map.of(
                "mongod",
                p -> {
                    keep(p, "/data/db", "WiredTiger", "");
                    serve(
                            p,
                            port(p, "--port", 27_017),
                            "mongo",
                            words -> String.join(" ", words).contains("ping")
                                    ? Reply.ok("{ ok: 1 }\n")
                                    : Reply.ok("\n"));
                    p.print("{\"msg\":\"Waiting for connections\",\"attr\":{\"port\":27017}}\n");
                },
                "mongosh",
                client,
                "mongo",
                client);
    }

    static Map<String, Command> rabbit() {
        DataClient client = new DataClient("amqp", 5672);
        return Map.of(
                "rabbitmq-server",
                p -> {
                    serve(p, 5672, "amqp", words -> Reply.ok("Ping succeeded\n"));
                    Serving.on(p, 15_672, (_, then) -> then.accept(Reply.ok("RabbitMQ Management\n")));
                    p.print("Server startup complete\n");
                },
                "rabbitmq-diagnostics",
                client,
                "rabbitmqctl",
                client);
    }

    /// Listens, and ends connections on which its own language is spoken, of which the simulation does not know more
    /// than what its client says and prints; on SIGTERM it shuts down and ends with 0.
    private static void serve(ContainerProcess p, int port, String scheme, Function<List<String>, Reply> answer) {
        serve(p, port, scheme, answer, (_, _) -> "");
    }

    /// @param wire what goes over a bare connection for words and an answer; empty where that is not known
    private static void serve(
            ContainerProcess p,
            int port,
            String scheme,
            Function<List<String>, Reply> answer,
            BiFunction<List<String>, Reply, String> wire) {
        p.onTerm(() -> p.exit(0));
        Serving.on(p, port, (message, then) -> {
            Call call = message.call();
            if (call.isBare()) {
                String bytes = wire.apply(call.words(), answer.apply(call.words()));
                then.accept(bytes.isEmpty() ? Reply.hangUp() : Reply.bytes(bytes));
                return;
            }
            boolean speaks = call.scheme().equals(scheme) || call.scheme().equals("text");
            String line = (call.method() + " " + call.path()).strip();
            List<String> words = line.isEmpty() ? List.of() : List.of(line.split("\\s+", -1));
            then.accept(speaks ? answer.apply(words) : new Reply(400, ""));
        });
    }

    /// A file that shows that the data are there, for a volume that outlives the Pod.
    private static void keep(ContainerProcess p, String directory, String file, String text) {
        p.container().files().makeDirectories(directory);
        p.container().files().append(directory + "/" + file, text);
    }

    private static boolean missing(ContainerProcess p, String... names) {
        Map<String, String> environment = new LinkedHashMap<>(p.environment());
        for (String name : names) {
            if (!environment.getOrDefault(name, "").isEmpty() || environment.containsKey(name + "_FILE")) {
                return false;
            }
        }
        return true;
    }

    private static int port(ContainerProcess p, String flag, int otherwise) {
        int at = p.operands().indexOf(flag);
        String text = at >= 0 && at + 1 < p.operands().size() ? p.operands().get(at + 1) : "";
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }
}
