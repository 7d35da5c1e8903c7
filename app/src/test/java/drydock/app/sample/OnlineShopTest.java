package drydock.app.sample;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An online shop of twelve services behind a front, with database, cache, queue, entrance, settings, secrets, scaling
/// and rules of who may talk to whom, drawn by hand.
class OnlineShopTest extends Hands {

    private static final String REGISTRY = "registry.example.com/shop/";
    private static final String TEMPLATE = "spec.template.spec.";
    private static final String CONTAINER = TEMPLATE + "containers[0].";
    private static final String POD_LABELS = "spec.template.metadata.labels";
    private static final String COVERED = "spec.podSelector.matchLabels";

    private static final List<String> SERVICES = List.of(
            "catalog",
            "orders",
            "checkout",
            "cart",
            "shipping",
            "payment",
            "users",
            "recommendations",
            "search",
            "reviews",
            "notification",
            "admin");

    /// The services that are scaled.
    private static final List<String> BUSY = List.of("checkout", "payment", "search");

    /// Where a service's figures stand: three columns beside each other, a Deployment right of its Service.
    private static final double COLUMN = 768;

    private static final double DEPLOYMENT = 400;
    private static final double LEFT = 400;
    private static final double ROW = 176;
    private static final double TOP = 224;

    private static final String NGINX = """
        server {
          listen 80;
          location /catalog/ { proxy_pass http://catalog; }
          location /search/ { proxy_pass http://search; }
          location /cart/ { proxy_pass http://cart; }
          location /checkout/ { proxy_pass http://checkout; }
          location /users/ { proxy_pass http://users; }
        }
        """;

    @Test
    void itIsDrawnByHand() {
        begin(3400);
        settings();
        firstService();
        otherServices();
        front();
        database();
        cache();
        queue();
        reports();
        entrance();
        scaling();
        policies();
        groups();
        saveAs();
        isKeptAs("online-shop");
    }

    private void settings() {
        take("ConfigMap").at(0, TOP + ROW);
        rename("settings");
        rekey("data", "key", "DATABASE_HOST");
        fill("data.DATABASE_HOST", "postgres");
        put("data", "CACHE_HOST", "redis");
        put("data", "QUEUE_HOST", "rabbitmq");
        put("data", "CURRENCY", "EUR");
        put("data", "LOG_LEVEL", "info");
    }

    private void firstService() {
        take("web-service").at(LEFT, TOP);
        rename("catalog");
        select(id(Kinds.DEPLOYMENT, "catalog"));
        move(id(Kinds.DEPLOYMENT, "catalog"), LEFT + DEPLOYMENT, TOP);
        fill("spec.replicas", "2");
        put(POD_LABELS, "tier", "service");
        fill(CONTAINER + "ports[0].containerPort", "8080");
        fill(CONTAINER + "readinessProbe.httpGet.path", "/healthz");
        fill(CONTAINER + "livenessProbe.httpGet.path", "/healthz");
        fill(CONTAINER + "livenessProbe.httpGet.port", "http");
        fill(CONTAINER + "livenessProbe.initialDelaySeconds", "20");
        fill(CONTAINER + "resources.requests.memory", "128Mi");
        fill(CONTAINER + "resources.limits.memory", "256Mi");
        choose(CONTAINER + "securityContext.runAsNonRoot", "true");
        connect(id(Kinds.CONFIG_MAP, "settings"), id(Kinds.DEPLOYMENT, "catalog"), "All keys as environment variables");
        image("catalog", "1.4.2");
    }

    /// Says what the selected workload's container is called, and its image.
    private void image(String name, String version) {
        fill(CONTAINER + "name", name);
        fill(CONTAINER + "image", REGISTRY + name + ":" + version);
    }

    private void otherServices() {
        service("catalog", "orders", 1, 0, "2.3.0");
        service("orders", "checkout", 2, 0, "2.3.0");
        service("checkout", "cart", 0, 1, "1.9.1");
        service("cart", "shipping", 1, 1, "1.2.4");
        service("shipping", "payment", 2, 1, "3.0.2");
        service("payment", "users", 0, 2, "1.7.0");
        service("users", "recommendations", 1, 2, "0.9.3");
        service("recommendations", "search", 2, 2, "1.1.5");
        service("search", "reviews", 0, 3, "1.0.8");
        service("reviews", "notification", 1, 3, "1.3.3");
        service("notification", "admin", 2, 3, "2.0.1");
    }

    /// Makes one more service of one that is there.
    private void service(String like, String name, int column, int row, String version) {
        select(id(Kinds.SERVICE, like), id(Kinds.DEPLOYMENT, like));
        keys(DUPLICATE);
        rename(name);
        move(id(Kinds.SERVICE, name), LEFT + COLUMN * column, TOP + ROW * row);
        select(id(Kinds.DEPLOYMENT, name));
        image(name, version);
    }

    private void front() {
        take("web-service").at(LEFT, 0);
        rename("front");
        ResourceId front = id(Kinds.DEPLOYMENT, "front");
        select(front);
        move(front, LEFT + DEPLOYMENT, 0);
        put(POD_LABELS, "tier", "front");
        fill(CONTAINER + "livenessProbe.httpGet.path", "/");
        fill(CONTAINER + "livenessProbe.httpGet.port", "http");
        take("ConfigMap").at(LEFT + COLUMN + 48, 0);
        rename("front-nginx");
        rekey("data", "key", "default.conf");
        fill("data[default.conf]", NGINX);
        connect(id(Kinds.CONFIG_MAP, "front-nginx"), front, "Mount as files…");
        answer("/etc/nginx/conf.d");
    }

    private void database() {
        take("database").at(LEFT, TOP + ROW * 4 + 80);
        rename("postgres");
        ResourceId set = id(Kinds.STATEFUL_SET, "postgres");
        select(set);
        move(set, LEFT + DEPLOYMENT, TOP + ROW * 4 + 80);
        put(POD_LABELS, "tier", "data");
        fill(CONTAINER + "readinessProbe.tcpSocket.port", "5432");
        put(CONTAINER + "resources.requests", "cpu", "250m");
        put(CONTAINER + "resources.requests", "memory", "512Mi");
        put(CONTAINER + "resources.limits", "memory", "1Gi");
        fill("spec.volumeClaimTemplates[0].spec.resources.requests.storage", "20Gi");
        for (String user : List.of("catalog", "orders", "users", "payment", "reviews")) {
            connect(
                    id(Kinds.SECRET, "postgres"),
                    id(Kinds.DEPLOYMENT, user),
                    "Key password as an environment variable");
            select(id(Kinds.DEPLOYMENT, user));
            fill(CONTAINER + "env[0].name", "DATABASE_PASSWORD");
        }
    }

    private void cache() {
        double top = TOP + ROW * 4 + 80;
        take("Deployment").at(LEFT + COLUMN + DEPLOYMENT, top);
        rename("redis");
        fill("spec.replicas", "1");
        put(POD_LABELS, "tier", "data");
        fill(CONTAINER + "name", "redis");
        fill(CONTAINER + "image", "redis:7.4");
        fill(CONTAINER + "ports[0].containerPort", "6379");
        fill(CONTAINER + "readinessProbe.tcpSocket.port", "6379");
        put(CONTAINER + "resources.requests", "memory", "64Mi");
        put(CONTAINER + "resources.limits", "memory", "128Mi");
        take("Service").at(LEFT + COLUMN, top);
        rename("redis");
        fill("spec.ports[0].port", "6379");
        fill("spec.ports[0].targetPort", "6379");
    }

    private void queue() {
        double top = TOP + ROW * 4 + 80;
        ResourceId queue = id(Kinds.STATEFUL_SET, "rabbitmq");
        take("StatefulSet").at(LEFT + COLUMN * 2 + DEPLOYMENT, top);
        rename("rabbitmq");
        fill("spec.replicas", "1");
        put(POD_LABELS, "tier", "data");
        fill(CONTAINER + "name", "rabbitmq");
        fill(CONTAINER + "image", "rabbitmq:4.0");
        fill(CONTAINER + "ports[0].containerPort", "5672");
        fill(CONTAINER + "readinessProbe.tcpSocket.port", "5672");
        put(CONTAINER + "resources.requests", "memory", "256Mi");
        put(CONTAINER + "resources.limits", "memory", "512Mi");
        take("Service-headless").at(LEFT + COLUMN * 2, top);
        rename("rabbitmq");
        fill("spec.ports[0].port", "5672");
        fill("spec.ports[0].targetPort", "5672");
        connect(queue, id(Kinds.SERVICE, "rabbitmq"));
        take("PersistentVolumeClaim").at(LEFT + COLUMN * 3, top);
        rename("rabbitmq-data");
        fill("spec.resources.requests.storage", "5Gi");
        connect(id(Kinds.PERSISTENT_VOLUME_CLAIM, "rabbitmq-data"), queue);
        answer("/var/lib/rabbitmq");
        take("Secret").at(LEFT + COLUMN * 3, top + 112);
        rename("rabbitmq");
        rekey("stringData", "key", "password");
        fill("stringData.password", "change-me");
        connect(id(Kinds.SECRET, "rabbitmq"), queue, "Key password as an environment variable");
        select(queue);
        fill(CONTAINER + "env[0].name", "RABBITMQ_DEFAULT_PASS");
    }

    private void reports() {
        ResourceId reports = id(Kinds.CRON_JOB, "reports");
        String container = "spec.jobTemplate.spec.template.spec.containers[0].";
        take("CronJob").at(LEFT + DEPLOYMENT, TOP + ROW * 6);
        rename("reports");
        fill("spec.schedule", "0 5 * * *");
        choose("spec.concurrencyPolicy", "Forbid");
        fill(container + "name", "reports");
        fill(container + "image", REGISTRY + "reports:1.1.0");
        fill(container + "command[2]", "reports --of yesterday --mail");
        put("spec.jobTemplate.spec.template.metadata.labels", "tier", "service");
        take("ServiceAccount").at(LEFT, TOP + ROW * 6);
        rename("reports");
        connect(id(Kinds.SERVICE_ACCOUNT, "reports"), reports);
        connect(id(Kinds.CONFIG_MAP, "settings"), reports, "All keys as environment variables");
    }

    private void entrance() {
        ResourceId shop = id(Kinds.INGRESS, "shop");
        take("Ingress").at(0, 0);
        rename("shop");
        fill("spec.rules[0].host", "shop.example.com");
        connect(shop, id(Kinds.SERVICE, "front"));
        connect(shop, id(Kinds.SERVICE, "admin"));
        take("Secret").at(0, 112);
        rename("shop-certificate");
        fill("type", "kubernetes.io/tls");
        rekey("stringData", "key", "tls.crt");
        fill("stringData[tls.crt]", "put the certificate here");
        put("stringData", "tls.key", "put the key here");
        connect(id(Kinds.SECRET, "shop-certificate"), shop);
    }

    private void scaling() {
        for (int row = 0; row < BUSY.size(); row++) {
            take("HorizontalPodAutoscaler").at(LEFT + COLUMN * 3, TOP + ROW * row);
            rename(BUSY.get(row));
            connect(id(Kinds.HORIZONTAL_POD_AUTOSCALER, BUSY.get(row)), id(Kinds.DEPLOYMENT, BUSY.get(row)));
            fill("spec.minReplicas", "2");
            fill("spec.maxReplicas", "8");
            take("PodDisruptionBudget").at(LEFT + COLUMN * 3 + 336, TOP + ROW * row);
            rename(BUSY.get(row));
        }
    }

    private void policies() {
        double top = TOP + ROW * 6;
        take("NetworkPolicy").at(LEFT + COLUMN, top);
        rename("default-deny");
        remove(COVERED + ".app");
        take("NetworkPolicy").at(LEFT + COLUMN + 320, top);
        rename("front");
        add("spec.ingress");
        take("NetworkPolicy").at(LEFT + COLUMN + 640, top);
        rename("services");
        put(COVERED, "tier", "service");
        remove(COVERED + ".app");
        add("spec.ingress");
        add("spec.ingress[0].from");
        put("spec.ingress[0].from[0].podSelector.matchLabels", "tier", "front");
        add("spec.ingress[0].from");
        put("spec.ingress[0].from[1].podSelector.matchLabels", "tier", "service");
        take("NetworkPolicy").at(LEFT + COLUMN + 1920, top);
        rename("admin");
        add("spec.ingress");
        guard("postgres", LEFT + COLUMN + 960, "catalog", "orders", "users", "payment", "reviews");
        guard("redis", LEFT + COLUMN + 1280, "cart", "catalog");
        guard("rabbitmq", LEFT + COLUMN + 1600, "orders", "shipping", "notification");
    }

    /// Only these may talk to `data`.
    private void guard(String data, double x, String... clients) {
        take("NetworkPolicy").at(x, TOP + ROW * 6);
        rename(data);
        for (String client : clients) {
            connect(id(Kinds.NETWORK_POLICY, data), id(Kinds.DEPLOYMENT, client), "Allow traffic from " + client);
        }
    }

    private void groups() {
        List<ResourceId> services = new ArrayList<>();
        for (String service : SERVICES) {
            services.add(id(Kinds.SERVICE, service));
            services.add(id(Kinds.DEPLOYMENT, service));
        }
        group("Services", services);
        List<ResourceId> scaling = new ArrayList<>();
        for (String service : BUSY) {
            scaling.add(id(Kinds.HORIZONTAL_POD_AUTOSCALER, service));
            scaling.add(id(Kinds.POD_DISRUPTION_BUDGET, service));
        }
        group("Scaling", scaling);
        group(
                "Data",
                List.of(
                        id(Kinds.SERVICE, "postgres"),
                        id(Kinds.STATEFUL_SET, "postgres"),
                        id(Kinds.SECRET, "postgres"),
                        id(Kinds.SERVICE, "redis"),
                        id(Kinds.DEPLOYMENT, "redis"),
                        id(Kinds.SERVICE, "rabbitmq"),
                        id(Kinds.STATEFUL_SET, "rabbitmq"),
                        id(Kinds.PERSISTENT_VOLUME_CLAIM, "rabbitmq-data"),
                        id(Kinds.SECRET, "rabbitmq")));
    }

    private static ResourceId id(ResourceKind kind, String name) {
        return ResourceId.of(kind, "default", name);
    }
}
