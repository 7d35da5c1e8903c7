package drydock.sim.access;

import drydock.sim.store.Administrator;
import java.util.ArrayList;
import java.util.List;

/// Who asks the API server (`apiserver/pkg/authentication/user`).
///
/// @param groups the groups that the user is in
public record Caller(String name, List<String> groups) {

    public static final Caller ADMINISTRATOR = new Caller(Administrator.NAME, Administrator.GROUPS);

    static final String ACCOUNT = "system:serviceaccount:";
    private static final String AUTHENTICATED = "system:authenticated";
    private static final String UNAUTHENTICATED = "system:unauthenticated";
    private static final String ANONYMOUS = "system:anonymous";

    public Caller {
        groups = List.copyOf(groups);
    }

    /// As whom a request counts that is made in another's name
    /// (`apiserver/pkg/endpoints/filters/impersonation.go`): a ServiceAccount is in the groups of its like when no
    /// groups are said, and who is known is authenticated.
    public static Caller impersonated(String name, List<String> groups) {
        List<String> all = new ArrayList<>(groups);
        if (groups.isEmpty() && name.startsWith(ACCOUNT)) {
            String namespace = name.substring(ACCOUNT.length()).replaceFirst(":.*", "");
            all.add("system:serviceaccounts");
            all.add("system:serviceaccounts:" + namespace);
        }
        String known = name.equals(ANONYMOUS) ? UNAUTHENTICATED : AUTHENTICATED;
        if (!all.contains(AUTHENTICATED) && !all.contains(UNAUTHENTICATED)) {
            all.add(known);
        }
        return new Caller(name, all);
    }
}
