package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.app.session.Permitting.Permission;
import drydock.app.session.Right;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What the user may read, found out before anything is asked for (`SelfSubjectAccessReview`), so that a server is not
/// troubled with requests that it refuses.
public final class Rights {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ApiServer server;

    public Rights(ApiServer server) {
        this.server = server;
    }

    /// Where each kind may be read. A server that does not say is taken to allow all: it will refuse.
    ///
    /// @param namespace the namespace that is wanted, empty for all
    /// @param own the user's own namespace, taken where all are wanted and not allowed
    public Map<ResourceKind, Reach> reach(List<ResourceKind> kinds, String namespace, String own) {
        Map<ResourceKind, Reach> reach = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<ResourceKind, Future<Reach>> asked = new LinkedHashMap<>();
            kinds.forEach(kind -> asked.put(kind, threads.submit(() -> reach(kind, namespace, own))));
            asked.forEach((kind, answer) -> reach.put(kind, answer(answer)));
        }
        return reach;
    }

    private static Reach answer(Future<Reach> asked) {
        try {
            return asked.get();
        } catch (ExecutionException unsaid) {
            return new Reach.Whole();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Reach.Whole();
        }
    }

    private Reach reach(ResourceKind kind, String namespace, String own) throws WireException {
        if (isAllowed(kind, namespace)) {
            return new Reach.Whole();
        }
        if (namespace.isEmpty() && kind.namespaced() && !own.isEmpty() && isAllowed(kind, own)) {
            return new Reach.Only(own);
        }
        String where = namespace.isEmpty() || !kind.namespaced()
                ? " at the cluster scope"
                : " in the namespace \"" + namespace + "\"";
        return new Reach.Nowhere(
                kind.plural() + (kind.group().isEmpty() ? "" : "." + kind.group()) + " is forbidden" + where);
    }

    private boolean isAllowed(ResourceKind kind, String namespace) throws WireException {
        return mayDo("list", kind, namespace) && mayDo("watch", kind, namespace);
    }

    /// Whether the user may do `verb`.
    ///
    /// @param namespace empty for all
    public boolean mayDo(String verb, ResourceKind kind, String namespace) throws WireException {
        return may(new Right(verb, kind, "", namespace)).allowed();
    }

    /// What the server says to a right. One that does not say is taken to allow it: it will refuse.
    public Permission may(Right right) throws WireException {
        SelfSubjectAccessReview review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withVerb(right.verb())
                .withGroup(right.kind().group())
                .withResource(right.kind().plural())
                .withSubresource(right.subresource())
                .withNamespace(right.namespace())
                .endResourceAttributes()
                .endSpec()
                .build();
        SubjectAccessReviewStatus said =
                server.post(REVIEWS, review, SelfSubjectAccessReview.class).getStatus();
        return said == null
                ? new Permission(true, "")
                : new Permission(
                        Boolean.TRUE.equals(said.getAllowed()), Objects.requireNonNullElse(said.getReason(), ""));
    }
}
